using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Yhteys.Cases;
using Yhteys.Cases.Views;
using Yhteys.Demo.Population;
using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;
using Yhteys.Organisation;
using Yhteys.Residents;
using Yhteys.Residents.Identity;
using Yhteys.Residents.ReadLog;

namespace Yhteys.Web.Tests.Desk;

/// <summary>A county of three units in which the personas of the sign-in work and live; matters are made by the tests.</summary>
public sealed class DeskCounty : IDisposable
{
    public static readonly Guid Aino = DemoIds.Person("resident"), Eetu = DemoIds.Person("young_person"), Goran = DemoIds.Person("older_resident");
    public static readonly Guid Guidance = DemoIds.Unit("guidance_centre"), SocialCentre = DemoIds.Unit("social_centre"), HealthCentre = DemoIds.Unit("health_centre");
    private static readonly LocalDate Long = new(2023, 1, 1);

    /// <param name="onCall">The guidance centre is always staffed; else no unit is.</param>
    public DeskCounty(bool onCall = true)
    {
        Run(Guidance, new UnitOpened(Guidance, new("Asiakasohjaus", "Kundhandledning", "Guidance"), "guidance_centre", "272", ["primary_care", "adult_social"], onCall, Long));
        Run(SocialCentre, new UnitOpened(SocialCentre, new("Sosiaaliasema", "Socialstation", "Social centre"), "social_centre", "272", ["child_welfare", "adult_social"], false, Long));
        Run(HealthCentre, new UnitOpened(HealthCentre, new("Terveysasema", "Hälsostation", "Health centre"), "health_centre", "272", ["primary_care"], false, Long));
        Staff("guidance_nurse", "Noora", "Neuvova", "nurse", Guidance, Roles.GuidanceNurse);
        Staff("social_worker", "Sanna", "Sosiaali", "social_worker", SocialCentre, Roles.SocialWorker);
        Staff("doctor", "Lauri", "Lääkäri", "physician", HealthCentre, Roles.Doctor);
        Staff("unit_manager", "Jaana", "Johtava", "nurse", HealthCentre, Roles.UnitManager);
        Register(Aino, "Aino", new(1988, 5, 1), Sex.Female, 1);
        Register(Eetu, "Eetu", new(2011, 1, 20), Sex.Male, 2);
        Register(Goran, "Göran", new(1943, 9, 1), Sex.Male, 3);
        Run(Eetu, new RepresentativeAdded(Eetu, Aino, RepresentativeKinds.Guardian, new(2011, 1, 20)));
    }

    public WebApp App { get; } = new();

    public Journal Journal => App.Journal;
    public ReadLogQueries Log => App.Services.GetRequiredService<ReadLogQueries>();

    public static string CodeOf(Guid person) =>
        person == Aino ? Hetu.Artificial(new(1988, 5, 1), Sex.Female, 1) : person == Eetu ? Hetu.Artificial(new(2011, 1, 20), Sex.Male, 2) : Hetu.Artificial(new(1943, 9, 1), Sex.Male, 3);

    /// <summary>A contact of the person, alone, to the guidance centre.</summary>
    /// <param name="on">The day on which it came; null = today.</param>
    public Guid Contact(
        Guid person, string line = "primary_care", Guid? unit = null, string text = "Selkä on kipeä.", Guid? by = null, bool danger = false, int? age = 40, string replyBy = "web",
        LocalDate? on = null, string channel = "web", Actor? recorder = null)
    {
        var matter = Guid.NewGuid();
        var register = Access.Clocks.ClockVocabulary.RegisterOf(line);
        var at = unit ?? Guidance;
        List<IEvent> events =
        [
            new ContactReceived(
                matter, ReceiptNumber.New(), person, by, register, line, null, at, channel, on ?? new(2026, 3, 10), age, "Female", "fi", "272", Seal.With(matter, text), danger ? "now" : "days", replyBy,
                null, false, false, danger, by is null),
        ];
        if (danger) events.Add(new DangerAlarmRaised(matter, person, App.Services.GetRequiredService<Organisation.Views.OrganisationQueries>().Units().Any(u => u.AlwaysStaffed) ? Guidance : Roles.WholeCounty, register));
        Keyed(recorder ?? new("person", by ?? person, Roles.Resident), matter, [.. events], new NewKey(matter, register, "matter", person));
        return matter;
    }

    /// <summary>A notice by Göran about somebody, or by the professional.</summary>
    public Guid Notice(Guid about, string line = "child_welfare", int? age = 15, Actor? by = null)
    {
        var (matter, notifier) = (Guid.NewGuid(), Guid.NewGuid());
        Keyed(by ?? new("person", Goran, Roles.Resident), matter,
            [
                new ContactReceived(
                    matter, ReceiptNumber.New(), about, null, "social", line, null, SocialCentre, GiveNotice.Channel, new(2026, 3, 10), age, "Male", "fi", null,
                    Seal.With(matter, "Naapuruston huoli."), "today", "none", null, false, false, false, false),
                new NoticeGiven(matter, Seal.With(notifier, new Notifier(Goran, "Göran Exempel", "040 1112222", "naapuri")), "private", "web", true, false, Seal.With(matter, "Pihalla"), "social"),
            ],
            new NewKey(matter, "social", "matter", about), new NewKey(notifier, "social", "notifier", matter));
        return matter;
    }

    public MatterRow Row(Guid matter) => Journal.Find<MatterRow>(matter)!;

    public IEnumerable<IEvent> Events(Guid matter) => Journal.Stream(matter).Select(r => r.Event);

    public void Run(Guid stream, params IEvent[] events) => Keyed(Actor.System, stream, events);

    public void Dispose() => App.Dispose();

    private void Keyed(Actor actor, Guid stream, IEvent[] events, params NewKey[] keys) =>
        Journal.Handle(new(Guid.NewGuid(), actor, "test"), _ => keys.Aggregate(Decision.Append(stream, events), (all, key) => all.WithKey(key)))
            .GetAwaiter().GetResult().Accepted.ShouldBeTrue();

    private void Staff(string persona, string given, string surname, string profession, Guid unit, string role)
    {
        var id = DemoIds.Of(persona);
        Run(id, new ProfessionalAppointed(id, given, surname, profession, "licensed", Long), new RoleGranted(id, unit, role, Long));
    }

    private void Register(Guid person, string given, LocalDate birth, Sex sex, int ordinal)
    {
        var command = new RegisterPerson(person, new(given, "Esimerkki"), Hetu.Artificial(birth, sex, ordinal), null, Sex.Unknown, "fi", "T2222222", "272", new("Virsukuja 3", "67100", "Kokkola"), new($"041 000 000{ordinal}", "x@example.fi"));
        Journal.Handle(new(Guid.NewGuid(), Actor.System, "test"), w => RegisterPerson.Decide(w.State<PersonState>(person), command, null, false, new(2026, 3, 10)))
            .GetAwaiter().GetResult().Accepted.ShouldBeTrue();
    }
}
