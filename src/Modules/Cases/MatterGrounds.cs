using Yhteys.Residents.Care;

namespace Yhteys.Cases;

/// <summary>What units need the data of a matter for, besides having it.</summary>
internal static class MatterGrounds
{
    /// <summary>The unit was alarmed, or took the alarm on.</summary>
    public const string Alarm = "alarm";

    /// <summary>One of the unit has taken the matter.</summary>
    public const string Handling = "handling";

    /// <summary>
    /// Who has taken a matter can handle it and let it go whatever becomes of the time or the alarm that led to it. That keeps a relation and
    /// begins none: who reads the matter behind broken glass doesn't open it to a whole unit.
    /// </summary>
    public static IEnumerable<CareGround> Taken(IReadOnlyList<CareGround> before, Guid? by) =>
        by is { } unit && before.Any(g => g.Unit == unit) ? before.Given(Handling, unit) : before.Ended(Handling);

    /// <summary>Nobody has it in hand, and the unit that sent it on is done with its alarm.</summary>
    public static IEnumerable<CareGround> Referred(IReadOnlyList<CareGround> before, Guid? by, Guid to) =>
        before.Ended(Handling).Where(g => g.For != Alarm || g.Unit != by).Given(CareGrounds.Matter, to);

    /// <summary>Alarm and handling are over, but who closed a matter still sees what was done.</summary>
    public static IEnumerable<CareGround> Closed(IReadOnlyList<CareGround> before, Guid? by) =>
        before.Where(g => g.For is not (Alarm or Handling) || g.Unit == by);
}
