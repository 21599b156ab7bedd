using NodaTime;
using Yhteys.Content;
using Yhteys.Kernel;

namespace Yhteys.Organisation;

/// <summary>What decisions about a unit need.</summary>
public sealed record UnitState(
    bool Open, IReadOnlyList<string> ServiceLines, UnitAddress? Address = null, OpeningHours? Hours = null, LocalText? Name = null, string? Phone = null,
    bool AlwaysStaffed = false, string Municipality = "", LocalDate? LastDay = null, int Version = 0) : IState<UnitState>, IVersioned
{
    /// <summary>The days that are otherwise than the week says.</summary>
    public IReadOnlyList<DayHours> Days { get; init; } = [];

    public bool HasEnded(LocalDate today) => LastDay < today;

    public static UnitState Empty { get; } = new(false, []);

    public static UnitState Evolve(UnitState state, Recorded recorded) => (recorded.Event switch
    {
        UnitOpened e => new(true, e.ServiceLines, Name: e.Name, Phone: e.Phone, AlwaysStaffed: e.AlwaysStaffed, Municipality: e.Municipality),
        UnitDetailsChanged e => state with { Name = e.Name ?? state.Name, Phone = e.PhoneAfter(state.Phone), AlwaysStaffed = e.AlwaysStaffed ?? state.AlwaysStaffed },
        ServiceLinesChanged e => state with { ServiceLines = e.ServiceLines },
        UnitClosed e => state with { LastDay = e.LastDay },
        UnitReopened => state with { LastDay = null },
        UnitAddressSet e => state with { Address = e.Address },
        DayHoursSet e => state with { Days = DayHours.With(state.Days, e) },
        DayHoursRemoved e => state with { Days = DayHours.Without(state.Days, e.Day) },
        OpeningHoursSet e => state with { Hours = e.Hours },
        _ => state,
    }) with
    { Version = recorded.Version };
}
