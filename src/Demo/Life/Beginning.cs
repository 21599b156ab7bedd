using NodaTime;
using Yhteys.Calendar;
using Yhteys.Content;
using Yhteys.Demo.Population;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Residents;
using Yhteys.Residents.Vault;
using Yhteys.Ui;

namespace Yhteys.Demo.Life;

/// <summary>The county before its first day: units, professionals, school years and the people.</summary>
internal static class Beginning
{
    private const string Purpose = "demonstration";

    public static void Organisation(Script script, Instant at, ServiceLines codes, IReadOnlyList<DemoProfessional> staff)
    {
        foreach (var unit in DemoUnits.All)
        {
            var id = unit.Open.Unit;
            script.At(at, Actor.System, Purpose, id, work => OpenUnit.Decide(work.State<UnitState>(id), unit.Open, codes, Notices.Units(work)));
            if (unit.Hours is { } hours)
                script.At(at, Actor.System, Purpose, id, work => SetOpeningHours.Decide(work.State<UnitState>(id), hours, DemoUnits.OpenedOn));
        }

        foreach (var (appoint, role) in staff)
        {
            var id = appoint.Professional;
            script.At(at, Actor.System, Purpose, id, work => AppointProfessional.Decide(work.State<ProfessionalState>(id), appoint, codes));
            script.At(at, Actor.System, Purpose, id, work => GrantRole.Decide(work.State<ProfessionalState>(id), role, role.FirstDay));
        }

        // One lead for the units of health care; those of social care have none of their own, and their tasks go to the director.
        var (lead, own) = (DemoIds.Of("unit_manager"), DemoIds.Unit("health_centre"));
        foreach (var unit in DemoUnits.All.Where(u => u.Open.Unit != own && u.Open.ServiceLines.Any(line => codes.Line(line)!.Register == Registers.Health)))
            script.At(at, Actor.System, Purpose, lead, work => GrantRole.Decide(work.State<ProfessionalState>(lead), new(lead, unit.Open.Unit, Roles.UnitManager, DemoUnits.OpenedOn), DemoUnits.OpenedOn));

        foreach (var year in DemoCommands.SchoolCalendars())
        {
            var stream = SetSchoolCalendar.StreamOf(year.Municipality);
            script.At(at, Actor.System, Purpose, stream, work => SetSchoolCalendar.Decide(work.State<SchoolCalendarState>(stream), year));
        }
    }

    public static void People(Script script, Instant at, IReadOnlyList<Resident> people)
    {
        foreach (var person in people)
        {
            var when = Known(person, at);
            // Nobody else can have the code: the population never gives one twice.
            script.At(when, Actor.System, Purpose, person.Id, work => RegisterPerson.Decide(
                work.State<PersonState>(person.Id), person.Register(), null, acceptReal: false, FinnishTime.Day(when)));
        }

        foreach (var person in people)
            foreach (var guardianship in person.Guardianships(people))
                script.At(Known(person, at), Actor.System, Purpose, person.Id, work => AddRepresentative.Decide(
                    work.State<PersonState>(person.Id), guardianship, work.Row<PersonRow>(person.Id), FinnishTime.Day(at), work.Row<PersonRow>(guardianship.Representative)));
    }

    /// <summary>When the person becomes known: at the beginning, or on the day after birth.</summary>
    private static Instant Known(Resident person, Instant at) =>
        Instant.Max(at, person.BirthDate.PlusDays(1).At(new LocalTime(9, 0)).InZoneLeniently(Fi.Helsinki).ToInstant());
}
