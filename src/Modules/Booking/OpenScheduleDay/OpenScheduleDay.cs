using NodaTime;
using Yhteys.Cases;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;

namespace Yhteys.Booking;

/// <summary>Opens a professional's day for appointments. The stream is <see cref="ScheduleDay.IdOf"/>.</summary>
/// <param name="Minutes">Length of each appointment, minutes.</param>
public sealed record OpenScheduleDay(Guid Unit, Guid Professional, string ServiceLine, LocalDate Date, IReadOnlyList<LocalTime> Starts, int Minutes)
{
    public Guid Day => ScheduleDay.IdOf(Professional, Date);

    public static Decision Decide(
        ScheduleDay state, OpenScheduleDay command, ProfessionalRow? professional, UnitRow? unit, ServiceLine? line, Context context)
    {
        if (state.Opened is not null) return new DayAlreadyOpen();
        if (professional is null) return new ProfessionalNotFound();
        if (line is null) return new Cases.UnknownServiceLine();
        if (unit is null || !unit.ServiceLines.Contains(line.Id)) return new UnitDoesNotHandle();
        if (command.Date < context.Now.Today()) return new DayInPast();
        if (command.Starts.Count == 0 || command.Minutes <= 0) return new StartsMissing();
        var starts = command.Starts.Order().ToList();
        if (starts.Zip(starts.Skip(1)).Any(pair => Minute(pair.Second) - Minute(pair.First) < command.Minutes)) return new StartsOverlap();
        return Decision.Append(command.Day, new ScheduleDayOpened(
            command.Day, command.Unit, command.Professional, professional.Profession, professional.Licence, line.Id, command.Date, starts,
            command.Minutes, line.Register));
    }

    private static int Minute(LocalTime time) => (time.Hour * 60) + time.Minute;
}
