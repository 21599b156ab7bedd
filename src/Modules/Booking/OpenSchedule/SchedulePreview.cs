using System.Collections.Immutable;
using NodaTime;
using Yhteys.Booking.Views;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;

namespace Yhteys.Booking;

/// <summary>A day as it would be opened, or was.</summary>
/// <param name="Off">A day off that is left out.</param>
/// <param name="Problem">Why it can't be opened; null when it can.</param>
public sealed record PreviewDay(LocalDate Date, bool Off, string? Problem, IReadOnlyList<LocalTime> Starts);

/// <summary>Asks the same decision as the opening itself, on what is open now, without writing anything.</summary>
internal sealed class SchedulePreview(Tools tools, OrganisationQueries organisation)
{
    public IReadOnlyList<PreviewDay> Of(TimesToOpen wished, CurrentUser user)
    {
        var (professional, unit) = (organisation.Professional(wished.Professional), user.Unit is { } id ? organisation.Unit(id) : null);
        var open = Open(wished);
        var now = tools.Clock.GetCurrentInstant();
        var context = new Context(user.Actor, "schedule", now, now, Guid.Empty, 0);
        var line = tools.Content.Current.Services.Line(wished.ServiceLine);
        return [.. wished.Days().Select(d => new PreviewDay(d.Date, d.Off, d.Off ? null : Problem(d.Date), wished.Starts))];

        string? Problem(LocalDate date) => OpenScheduleDay.Decide(
            open.GetValueOrDefault(date, ScheduleDay.Empty), new(unit?.Unit ?? Guid.Empty, wished.Professional, wished.ServiceLine, date, wished.Starts, wished.Minutes),
            professional, unit, line, context) is Decision.Refused(var refusal) ? tools.Refusals.Of(refusal) : null;
    }

    private Dictionary<LocalDate, ScheduleDay> Open(TimesToOpen wished) => wished.Days().Select(d => ScheduleDay.IdOf(wished.Professional, d.Date)).Chunk(200)
        .SelectMany(days => tools.Journal.Query<SlotRow>(v => $"select * from {v.Table<SlotRow>()} where day in @days", new { days }))
        .GroupBy(s => s.Date)
        .ToDictionary(g => g.Key, g => new ScheduleDay(g.Key, g.ToImmutableSortedDictionary(
            s => SlotRow.Time(s.Start), s => new Slot(s.Unit, s.Professional, s.Profession, "", s.ServiceLine, s.Minutes, s.Register, s.Appointment))));
}
