using Microsoft.Extensions.Localization;
using NodaTime;
using Yhteys.Cases;
using Yhteys.Kernel;
using Yhteys.Organisation.Views;
using Yhteys.Ui;

namespace Yhteys.Booking;

/// <summary>The time that a step of a matter is about.</summary>
/// <param name="Before">The time that it had until the step moved it.</param>
internal sealed record StepTime(LocalDate Date, LocalTime Start, Guid Unit, StepTime? Before = null)
{
    /// <summary>The times of a matter's steps by their versions: most steps name their appointment only, which has the time of its offer or of its last move.</summary>
    public static IReadOnlyDictionary<int, StepTime> Of(IReadOnlyList<Recorded> stream)
    {
        var (now, found) = (new Dictionary<Guid, StepTime>(), new Dictionary<int, StepTime>());
        foreach (var recorded in stream)
        {
            var given = recorded.Event switch
            {
                AppointmentOffered e => (e.Appointment, Time: new StepTime(e.Date, e.Start, e.Unit)),
                AppointmentMoved e => (e.Appointment, new StepTime(e.Date, e.Start, e.Unit, now.GetValueOrDefault(e.Appointment))),
                MovedWithoutPerson e => (e.Appointment, new StepTime(e.Date, e.Start, e.Unit, now.GetValueOrDefault(e.Appointment))),
                var e => Statuses.After(e) is var (appointment, _) && now.TryGetValue(appointment, out var time) ? (appointment, time) : ((Guid, StepTime Time)?)null,
            };
            if (given is not var (about, at)) continue;
            found[recorded.Version] = at;
            now[about] = at with { Before = null };
        }

        return found;
    }
}

/// <summary>The same in words: ti 3.3.2026 klo 9.05, Keskustan sote-keskus.</summary>
internal sealed class StepTimes(OrganisationQueries organisation, IStringLocalizer<Texts> texts) : IStepTimes
{
    IReadOnlyDictionary<int, string> IStepTimes.Of(IReadOnlyList<Recorded> stream) => StepTime.Of(stream).ToDictionary(step => step.Key, step => Said(step.Value));

    private string Said(StepTime time)
    {
        var (day, at) = (Fi.WeekdayDate(time.Date), Fi.AtTime(time.Start));
        var unit = $"{organisation.Unit(time.Unit)?.Name}";
        return time.Before is { } before
            ? texts["Step.Moved", day, at, unit, Fi.WeekdayDate(before.Date), Fi.AtTime(before.Start)]
            : $"{day} {at}, {unit}";
    }
}
