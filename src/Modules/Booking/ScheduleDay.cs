using System.Collections.Immutable;
using NodaTime;
using Yhteys.Calendar;
using Yhteys.Kernel;

namespace Yhteys.Booking;

/// <summary>A slot of a day: what it is for and who has it.</summary>
/// <param name="Minutes">Length, minutes.</param>
/// <param name="Appointment">Who has it; null = free.</param>
public sealed record Slot(
    Guid Unit, Guid Professional, string Profession, string Licence, string ServiceLine, int Minutes, string Register, Guid? Appointment = null);

/// <summary>A professional's day: its slots by their starts. Its stream is the lock: a slot has one taker.</summary>
public sealed record ScheduleDay(LocalDate Date, ImmutableSortedDictionary<LocalTime, Slot> Slots) : IState<ScheduleDay>
{
    public static ScheduleDay Empty { get; } = new(default, ImmutableSortedDictionary<LocalTime, Slot>.Empty);

    public Slot? Find(LocalTime start) => Slots.GetValueOrDefault(start);

    /// <summary>Whose day it is; null when nothing is open.</summary>
    public Guid? Professional => Slots.IsEmpty ? null : Slots.First().Value.Professional;

    public static ScheduleDay Evolve(ScheduleDay state, Recorded recorded) => recorded.Event switch
    {
        ScheduleDayOpened e => new(e.Date, state.Slots.SetItems(e.Starts.Select(start => KeyValuePair.Create(
            start, new Slot(e.Unit, e.Professional, e.Profession, e.Licence, e.ServiceLine, e.Minutes, e.Register))))),
        SlotGiven e when state.Find(e.Start) is { } slot => state.With(e.Start, slot with { Appointment = e.Appointment }),
        SlotFreed e when state.Find(e.Start) is { } slot && slot.Appointment == e.Appointment => state.With(e.Start, slot with { Appointment = null }),
        SlotClosed e => state with { Slots = state.Slots.Remove(e.Start) },
        ScheduleDayClosed e => state with { Slots = state.Slots.RemoveRange(e.Starts) },
        _ => state,
    };

    /// <summary>The stream of a professional's date.</summary>
    public static Guid IdOf(Guid professional, LocalDate date) => NamedId.Of($"{professional:N}{date.Iso()}");

    private ScheduleDay With(LocalTime start, Slot slot) => this with { Slots = Slots.SetItem(start, slot) };
}
