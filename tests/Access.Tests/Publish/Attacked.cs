using System.Globalization;
using Yhteys.Access.Publish;
using Yhteys.Access.Publish.Count;
using Yhteys.Access.Publish.Plan;
using Yhteys.Content;

namespace Yhteys.Access.Tests.Publish;

/// <summary>Tables of one publication that count one rule, and the kinds of cells that a reader of them can tell apart.</summary>
internal sealed record Attacked(string Name, params IReadOnlyList<PublicationTable> Tables)
{
    public const string Rule = "THL51A-ADULT";

    /// <summary>What the reader knows of the rule's three months: the fewest days of a late one, and the most of one in time (the last day may roll over a holiday).</summary>
    private const int LateFrom = 90, InTimeTo = 98;

    private static readonly string[] NoCounts = [Figure.Median, Figure.Ninety, Figure.MedianOfAll];

    /// <summary>Shapes of all tables of content/publications, and some more.</summary>
    public static readonly IReadOnlyList<Attacked> All =
    [
        new("within 7 and 14", Events(within: [7, 14])), new("within 21 and 90", Events(within: [21, 90])), new("within 21", Events(within: [21])), new("no days", Events()),
        new("classes", Events(classes: [3, 21])), new("waiting", Waiting(90, 180)), new("waiting, and met in classes", Waiting(90, 180), Events(classes: [90, 180])),
        new("waiting, and met within", Waiting(30), Events(within: [7, 95])),
    ];

    /// <summary>What of it is counted, with days and lateness as the clocks would give them.</summary>
    public IReadOnlyList<Kind> Kinds => field ??=
    [
        .. Of(TableKind.Events), .. Of(TableKind.Waiting), new("ended late", Counted.Ended, LateFrom, int.MaxValue, true),
        new("started", Counted.Started, 0, 0, false), new("declined", Counted.Declined, 0, 0, false), new("no_show", Counted.NoShow, 0, 0, false),
    ];

    /// <summary>What follows from the figures of a table by subtraction, and stands in none of them.</summary>
    public IEnumerable<string> Parts(TableKind table) => table == TableKind.Waiting
        ? Of(table).Select(kind => kind.Name)
        : [.. Of(table).Select(kind => kind.Name), .. Classes(table).Select(Code), "late", "waiting late", "waiting in time", "ended late"];

    /// <summary>A figure, or what follows from figures, as kinds of cells; null when it is not a count.</summary>
    public string[]? KindsOf(PublishedTable table, string code)
    {
        var what = table.Kind == TableKind.Waiting ? Counted.Waiting : Counted.Met;
        return code.Split('_') switch
        {
            ["within", var days] => Between(what, -1, Number(days)),
            ["days", "over", var days] => Between(what, Number(days), int.MaxValue),
            ["days", var first, var last] => Between(what, Number(first) - 1, Number(last)),
            _ => code switch
            {
                "met" => Between(Counted.Met),
                "in_time" => Between(Counted.Met, late: false),
                "late" => Between(Counted.Met, late: true),
                "waiting" => Between(Counted.Waiting),
                "waiting late" => Between(Counted.Waiting, late: true),
                "waiting in time" => Between(Counted.Waiting, late: false),
                "overdue" => [.. Between(Counted.Waiting, late: true), "ended late"],
                _ when Kinds.Any(kind => kind.Name == code) => [code],
                _ when NoCounts.Contains(code) => null,
                _ => throw new ArgumentException($"The attacker does not know what \"{code}\" counts.", nameof(code)),
            },
        };
    }

    /// <summary>What a wait that is told says: there are at most so many of these kinds together. Of a median, the reader takes what it says of its own day only.</summary>
    /// <param name="of">How many waited.</param>
    public IEnumerable<(string[] Kinds, int AtMost)> Told(PublishedTable table, string code, double days, int of)
    {
        if (code is not (Figure.Median or Figure.Ninety))
            return [];
        var what = table.Kind == TableKind.Waiting ? Counted.Waiting : Counted.Met;
        var rank = ((of * 9) + 9) / 10;
        var (longer, shorter) = code == Figure.Median ? (of / 2, of / 2) : (of - rank, rank - 1);
        return
        [
            ([.. Kinds.Where(kind => kind.What == what && kind.Days > days).Select(kind => kind.Name)], longer),
            ([.. Kinds.Where(kind => kind.What == what && (kind.Late ? kind.UpTo : Math.Min(kind.UpTo, InTimeTo)) < days).Select(kind => kind.Name)], shorter),
        ];
    }

    /// <summary>How many tables of what kind, with how many days.</summary>
    public static string ShapeOf(IEnumerable<PublicationTable> tables) =>
        string.Join(", ", tables.Select(t => $"{t.Kind} {(t.Within is null ? "classes" : "within")} {t.Cuts.Count}").Order(StringComparer.Ordinal));

    public override string ToString() => Name;

    private string[] Between(Counted what, int after = -1, int upTo = int.MaxValue, bool? late = null) =>
        [.. Kinds.Where(kind => kind.What == what && kind.Days > after && kind.UpTo <= upTo && (late is null || kind.Late == late)).Select(kind => kind.Name)];

    private IEnumerable<Kind> Of(TableKind table)
    {
        var (what, name) = table == TableKind.Waiting ? (Counted.Waiting, "waits") : (Counted.Met, "met");
        foreach (var (after, upTo) in Classes(table))
        {
            var said = string.Create(CultureInfo.InvariantCulture, $"{name} {(upTo == int.MaxValue ? "over" : upTo)}");
            if (after < InTimeTo)
                yield return new(said, what, after + 1, upTo, false);
            if (upTo >= LateFrom)
                yield return new(said + " late", what, Math.Max(after + 1, LateFrom), upTo, true);
        }
    }

    private IEnumerable<(int After, int UpTo)> Classes(TableKind kind)
    {
        var after = -1;
        foreach (var upTo in Tables.Where(table => table.Kind == kind).SelectMany(table => table.Cuts).Distinct().Order().Append(int.MaxValue))
        {
            yield return (after, upTo);
            after = upTo;
        }
    }

    private static string Code((int After, int UpTo) of) =>
        string.Create(CultureInfo.InvariantCulture, $"days_{(of.UpTo == int.MaxValue ? $"over_{of.After}" : $"{of.After + 1}_{of.UpTo}")}");

    private static int Number(string days) => int.Parse(days, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    private static PublicationTable Events(int[]? within = null, int[]? classes = null) =>
        new("care", TableKind.Events, new LocalText("a", "b", "c"), "51 a §", [Rule], within, classes);

    private static PublicationTable Waiting(params int[] classes) => new("queue", TableKind.Waiting, new LocalText("a", "b", "c"), "51 a §", [Rule], Classes: classes);

    /// <summary>One kind of cell: who waited from some days on up to a cut, in time or late.</summary>
    internal sealed record Kind(string Name, Counted What, int Days, int UpTo, bool Late);
}
