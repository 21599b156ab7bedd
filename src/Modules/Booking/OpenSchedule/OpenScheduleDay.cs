using NodaTime;
using Yhteys.Calendar;
using Yhteys.Cases;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;

namespace Yhteys.Booking;

/// <summary>Opens times of a professional on a day, beside those that are open already. The stream is <see cref="ScheduleDay.IdOf"/>.</summary>
/// <param name="Minutes">Length of each appointment, minutes.</param>
public sealed record OpenScheduleDay(Guid Unit, Guid Professional, string ServiceLine, LocalDate Date, IReadOnlyList<LocalTime> Starts, int Minutes)
{
    public Guid Day => ScheduleDay.IdOf(Professional, Date);

    public static Decision Decide(
        ScheduleDay state, OpenScheduleDay command, ProfessionalRow? professional, UnitRow? unit, ServiceLine? line, Context context)
    {
        if (professional is null) return new ProfessionalNotFound();
        if (line is null) return new Cases.UnknownServiceLine();
        if (unit is null || !unit.ServiceLines.Contains(line.Id)) return new UnitDoesNotHandle();
        if (!line.Professions.Contains(professional.Profession)) return new ProfessionNotOfLine();
        if (command.Date < context.Now.Day()) return new DayInPast();
        if (!unit.GoesOn(command.Date)) return new UnitHasEnded("First");
        if (!professional.WorksAt(command.Unit, command.Date)) return new NotAtWork();
        if (command.Starts.Count == 0 || command.Minutes <= 0) return new StartsMissing();
        var starts = command.Starts.Order().ToList();
        if (starts.Zip(starts.Skip(1)).Any(pair => Minute(pair.Second) - Minute(pair.First) < command.Minutes)) return new StartsOverlap();
        if (starts.Where(s => !Moments.Exists(command.Date, s)).Select(s => (LocalTime?)s).FirstOrDefault() is { } missing) return new NoSuchTime(missing);
        if (Clash(state, starts, command.Minutes) is { } taken) return new TimesOpenAlready(taken);
        if (state.Slots.Values.Any(s => s.Register != line.Register)) return new DayOfOtherRegister();
        return Decision.Append(command.Day, new ScheduleDayOpened(
            command.Day, command.Unit, command.Professional, professional.Profession, professional.Licence, line.Id, command.Date, starts,
            command.Minutes, line.Register));
    }

    /// <summary>The first open time with which one of the new ones overlaps.</summary>
    private static LocalTime? Clash(ScheduleDay state, List<LocalTime> starts, int minutes) => state.Slots
        .Where(open => starts.Exists(s => Minute(s) < Minute(open.Key) + open.Value.Minutes && Minute(open.Key) < Minute(s) + minutes))
        .Select(open => (LocalTime?)open.Key).FirstOrDefault();

    private static int Minute(LocalTime time) => (time.Hour * 60) + time.Minute;
}
