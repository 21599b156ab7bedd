using NodaTime;
using Yhteys.Kernel;

namespace Yhteys.Booking;

/// <summary>Takes a free slot of the unit away from the schedule. One that somebody has must be moved or cancelled first.</summary>
public sealed record CloseSlot(Guid Day, Guid Unit, LocalTime Start)
{
    public static Decision Decide(ScheduleDay day, CloseSlot command) =>
        day.Find(command.Start) is not { } slot || slot.Unit != command.Unit ? new SlotNotFound()
        : slot.Appointment is not null ? new TimesHaveTakers(1)
        : Decision.Append(command.Day, new SlotClosed(command.Day, command.Start, slot.Register));
}

/// <summary>Takes the unit's slots of a day away; those of another unit stay. Those that somebody has must be moved or cancelled first.</summary>
public sealed record CloseScheduleDay(Guid Day, Guid Unit)
{
    public static Decision Decide(ScheduleDay day, CloseScheduleDay command)
    {
        var slots = day.Slots.Where(s => s.Value.Unit == command.Unit).ToList();
        return slots.Count == 0 ? new NothingToClose()
            : slots.Count(s => s.Value.Appointment is not null) is > 0 and var taken ? new TimesHaveTakers(taken)
            : Decision.Append(command.Day, new ScheduleDayClosed(command.Day, [.. slots.Select(s => s.Key)], slots[0].Value.Register));
    }
}
