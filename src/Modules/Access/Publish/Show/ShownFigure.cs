using Yhteys.Access.Publish.Plan;

namespace Yhteys.Access.Publish.Show;

/// <summary>One figure of a row as it is shown: a number, hidden, or nothing to tell.</summary>
public readonly record struct ShownFigure(double? Value, bool Hidden)
{
    private const string SharePrefix = "share_";

    /// <summary>Share of those who got care in time among all whose wait came to its end: with care, or by the limit passing without.</summary>
    public const string ShareWithWaiting = "share_in_time_with_waiting";

    /// <summary>The figures of a table in the order of its columns: counts, and the shares and medians that follow from them.</summary>
    public static IReadOnlyList<string> CodesOf(PublishedTable table)
    {
        IEnumerable<string> counts = Figure.Of(table.Kind, table.Within, table.Classes).Select(f => f.Code);
        return table.Kind == TableKind.Waiting
            ? [.. counts, Figure.Median]
            :
            [
                .. counts.SelectMany(code => code switch
                {
                    Figure.InTime => (IEnumerable<string>)[code, SharePrefix + code, Figure.Median, Figure.Ninety],
                    Figure.Overdue => [code, ShareWithWaiting, Figure.MedianOfAll],
                    _ when code.StartsWith("within_", StringComparison.Ordinal) => [code, SharePrefix + code],
                    _ => [code],
                }),
            ];
    }

    /// <summary>The columns of a page: a share stands in the same cell as the count that it is of.</summary>
    public static IReadOnlyList<string> ColumnsOf(PublishedTable table) => [.. CodesOf(table).Where(code => code == ShareWithWaiting || !IsShare(code))];

    /// <summary>The share that stands beside a count; null when there is none.</summary>
    public static ShownFigure? ShareBeside(PublishedRow row, string code) =>
        code == Figure.InTime || code.StartsWith("within_", StringComparison.Ordinal) ? Of(row, SharePrefix + code) : null;

    public static ShownFigure Of(PublishedRow row, string code)
    {
        if (code == ShareWithWaiting)
            return Share(row, Figure.InTime, Figure.Met, Figure.Overdue);
        if (code.StartsWith(SharePrefix, StringComparison.Ordinal))
            return Share(row, code[SharePrefix.Length..], Figure.Met);
        return new(row.Values.TryGetValue(code, out var value) ? value : null, row.Hidden.Contains(code, StringComparer.Ordinal));
    }

    /// <summary>Nothing happened that the table counts: no row, or nothing but zeros of which none is hidden.</summary>
    public static bool IsEmpty(PublishedTable table) => table.Rows.All(IsEmpty);

    /// <summary>Nothing but zeros, of which none is hidden.</summary>
    public static bool IsEmpty(PublishedRow row) => row.Hidden.Count == 0 && row.Values.Values.All(value => value == 0);

    public static bool IsShare(string code) => code.StartsWith(SharePrefix, StringComparison.Ordinal);

    private static ShownFigure Share(PublishedRow row, string part, params string[] of)
    {
        if (of.Prepend(part).Any(code => row.Hidden.Contains(code, StringComparer.Ordinal)))
            return new(null, true);
        var whole = of.Sum(code => row.Values.GetValueOrDefault(code));
        return new(whole > 0 ? row.Values.GetValueOrDefault(part) / whole : null, false);
    }
}
