using Yhteys.Access.Views;
using Yhteys.Kernel.Views;

namespace Yhteys.Access.Board;

/// <summary>The tables that the board's questions are asked of, with the same columns whatever the moment. Their SQL has the parameters of <see cref="Of"/>.</summary>
internal static class BoardTables
{
    /// <summary>Of the matters o: they are late, at once duties apart.</summary>
    public const string Late = "o.immediate = 0 and o.lastintime < @day";

    // A row of level n that holds on a day began at most 2ⁿ - 1 days before it; 31 is for those that hold still, which may have begun at any time.
    private static readonly string Levels = string.Join(" union all ", Enumerable.Range(0, 16).Select(n => $"select {n} as level, @day - {(1 << n) - 1} as since")
        .Append($"select {PastDerivation.OpenLevel}, 0"));

    private const string Known = "axis in (0, @axis) and knownfrom <= @day and (knownuntil is null or knownuntil > @day)";

    /// <summary>The parameters of a moment, and more.</summary>
    public static Dictionary<string, object?> Of(BoardMoment moment, params IEnumerable<(string Name, object? Value)> more)
    {
        var parameters = new Dictionary<string, object?>(StringComparer.Ordinal) { ["day"] = moment.Day };
        if (moment.IsPast)
            parameters["axis"] = (int)(moment.Known == BoardKnowledge.Then ? PastAxis.Recorded : PastAxis.Happened);
        foreach (var (name, value) in more)
            parameters[name] = value;
        return parameters;
    }

    /// <summary>Matters that something waits in: matter, unit, serviceline, register, immediate, strict, lastintime, contacton, handledon.</summary>
    public static string Open(ViewSet views, BoardMoment moment)
    {
        const string columns = "matter, unit, serviceline, register, immediate, strict, lastintime, contacton, handledon";
        return moment.IsPast
            ? $"(select {columns} from ({Levels}) widths cross join {views.Table<PastWaitRow>()} p where p.level = widths.level and p.knownfrom >= widths.since and {Known})"
            : $"(select {columns} from {views.Table<ContactRow>()} where open = 1)";
    }

    /// <summary>Matters that have been handled or cared for: matter, unit, serviceline, register, contacton, handledon, careon, waitassessed, waitcontact, atfirstcontact.</summary>
    public static string Cared(ViewSet views, BoardMoment moment) => Now<ContactRow, PastCareRow>(
        views, moment, "matter, unit, serviceline, register, contacton, handledon, careon, waitassessed, waitcontact, atfirstcontact");

    /// <summary>Clocks whose limit was settled: unit, serviceline, register, kind, promised, settledon, intime.</summary>
    public static string Settled(ViewSet views, BoardMoment moment) => Now<ClockRow, PastSettledRow>(
        views, moment, "unit, serviceline, register, kind, promised, settledon, intime");

    /// <summary>Condition on booked times b: known at the moment.</summary>
    public static string KnownTimes(BoardMoment moment) => moment.IsPast ? "b.knownfrom <= @day and (b.knownuntil is null or b.knownuntil > @day)" : "b.knownuntil is null";

    private static string Now<TNow, TPast>(ViewSet views, BoardMoment moment, string columns) => moment.IsPast
        ? $"(select {columns} from {views.Table<TPast>()} where {Known})"
        : views.Table<TNow>();
}
