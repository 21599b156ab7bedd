using Yhteys.Access.Publish.Plan;
using Yhteys.Content;

namespace Yhteys.Access.Publish;

/// <summary>The tables of one duty to publish, with names as they were on the day of publication.</summary>
/// <param name="Law">The duty; null when the county publishes by its own decision.</param>
public sealed record PublishedSection(string Id, LocalText Name, string? Law, IReadOnlyList<PublishedTable> Tables);

/// <summary>A table as published.</summary>
/// <param name="Rules">The rules whose clocks are counted.</param>
/// <param name="Within">Shares within so many days are shown.</param>
/// <param name="Classes">Upper ends of the classes of days.</param>
public sealed record PublishedTable(
    string Id, TableKind Kind, LocalText Name, string Law, IReadOnlyList<string> Rules, IReadOnlyList<int> Within, IReadOnlyList<int> Classes,
    LocalText? More, IReadOnlyList<PublishedRow> Rows)
{
    /// <summary>The row of the whole county: the last one, also when it is the only one.</summary>
    internal PublishedRow Whole => Rows[^1];
}

/// <summary>What a row is of.</summary>
public enum RowKind
{
    /// <summary>One service line of one unit.</summary>
    Place,

    /// <summary>All service lines of a unit together.</summary>
    Unit,

    /// <summary>All units of a service line together.</summary>
    Line,

    /// <summary>The whole county.</summary>
    County,
}

/// <summary>A row as published.</summary>
/// <param name="Unit">Null in a total over units, or when no unit answers for the matters.</param>
/// <param name="Values">Figures by their codes (<see cref="Figure"/> and the medians of days).</param>
/// <param name="Hidden">Codes of figures that are not told, since somebody's data could be found out from them.</param>
public sealed record PublishedRow(
    RowKind Kind, Guid? Unit, LocalText? UnitName, string? Line, LocalText? LineName, IReadOnlyDictionary<string, double> Values, IReadOnlyList<string> Hidden)
{
    /// <summary>Whether what is counted of a unit's service line is a part of the row.</summary>
    internal bool Has(Guid? unit, string line) => Kind switch
    {
        RowKind.Place => Unit == unit && Line == line,
        RowKind.Unit => Unit == unit,
        RowKind.Line => Line == line,
        RowKind.County => true,
    };
}
