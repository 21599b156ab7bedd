using NodaTime;
using Yhteys.Kernel;

namespace Yhteys.Booking;

/// <summary>Takes a free slot away from the schedule. One that somebody has must be moved or cancelled first.</summary>
public sealed record CloseSlot(Guid Day, LocalTime Start)
{
    public static Decision Decide(ScheduleDay day, CloseSlot command) =>
        day.Find(command.Start) is not { } slot ? new SlotNotFound()
        : slot.Appointment is not null ? new TimesHaveTakers(1)
        : Decision.Append(command.Day, new SlotClosed(command.Day, command.Start, slot.Register));
}

/// <summary>Takes all slots of a day away. Those that somebody has must be moved or cancelled first.</summary>
public sealed record CloseScheduleDay(Guid Day)
{
    public static Decision Decide(ScheduleDay day, CloseScheduleDay command) =>
        day.Slots.IsEmpty ? new NothingToClose()
        : day.Slots.Values.Count(s => s.Appointment is not null) is > 0 and var taken ? new TimesHaveTakers(taken)
        : Decision.Append(command.Day, new ScheduleDayClosed(command.Day, [.. day.Slots.Keys], day.Slots.First().Value.Register));
}
