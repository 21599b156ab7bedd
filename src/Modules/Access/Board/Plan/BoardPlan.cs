using Yhteys.Content;

namespace Yhteys.Access.Board.Plan;

/// <summary>What the county's board tells of besides units and service lines, as content/boards says.</summary>
/// <param name="WaitClasses">Last days of the classes of waits, ascending.</param>
public sealed record BoardPlan(bool Example, IReadOnlyList<BoardGroup> Groups, IReadOnlyList<BoardNotice> Notices, IReadOnlyList<int> WaitClasses);

/// <summary>A group of clients that the development programme names.</summary>
/// <param name="How">Who is counted, in words.</param>
/// <param name="Source">Where the programme names it.</param>
/// <param name="Any">A matter is of the group when one of these holds.</param>
public sealed record BoardGroup(string Id, LocalText Name, LocalText How, string Source, IReadOnlyList<BoardCondition> Any);

/// <summary>A kind of notice whose handling is followed.</summary>
/// <param name="Law">Act and section.</param>
public sealed record BoardNotice(string Id, LocalText Name, LocalText How, string Law, IReadOnlyList<BoardCondition> Any);

/// <summary>What a matter must be; all that is said must hold.</summary>
/// <param name="From">Age in whole years on the day of contact, at least.</param>
/// <param name="Under">Age in whole years on the day of contact, less than.</param>
/// <param name="OpenMatters">The person has at least so many open matters.</param>
/// <param name="OpenLines">The person's open matters are in at least so many service lines.</param>
public sealed record BoardCondition(
    IReadOnlyList<string>? Lines = null, IReadOnlyList<string>? Topics = null, IReadOnlyList<string>? Channels = null,
    int? From = null, int? Under = null, int? OpenMatters = null, int? OpenLines = null);
