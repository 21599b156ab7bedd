using NodaTime;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Organisation.Views;
using Yhteys.Residents.Identity;
using Yhteys.Residents.Vault;

namespace Yhteys.Cases.Tests;

/// <summary>A matter and those around it, for decisions.</summary>
internal static class Given
{
    public static readonly LocalDate Today = new(2026, 3, 10);
    public static readonly Guid Matter = new("aaaaaaaa-0000-4000-8000-000000000001");
    public static readonly Guid Person = new("aaaaaaaa-0000-4000-8000-000000000002");
    public static readonly Guid Nurse = new("aaaaaaaa-0000-4000-8000-000000000003");
    public static readonly Guid Other = new("aaaaaaaa-0000-4000-8000-000000000004");

    public static readonly ServiceLine PrimaryCare = new("primary_care", "health", Text("Terveysasema"), Text("…"), [], [], []);
    public static readonly ServiceLine ChildWelfareLine = PrimaryCare with { Id = "child_welfare", Register = "social", UnitKinds = ["social_centre", "on_call"] };
    public static readonly ServiceLine OlderPeople = PrimaryCare with { Id = "older_people", Register = "social" };
    public static readonly ServiceLine OralHealth = PrimaryCare with { Id = "oral_health" };
    public static readonly ServiceLine AdultSocial = PrimaryCare with { Id = "adult_social", Register = "social" };

    public static readonly UnitRow Unit = new(
        new Guid("aaaaaaaa-0000-4000-8000-000000000005"), Text("Ohjauskeskus"), "guidance_centre", "272",
        ["primary_care", "oral_health", "adult_social"], true, new LocalDate(2023, 1, 1), null, null);

    public static readonly ProfessionalRow Professional = new(Nurse, "Noora", "Neuvova", "nurse", "licensed", new LocalDate(2024, 1, 1), []);

    public static readonly UnitRow SocialCentre = Unit with { Unit = new("aaaaaaaa-0000-4000-8000-000000000006"), Kind = "social_centre", AlwaysStaffed = false, ServiceLines = ["child_welfare", "adult_social"] };
    public static readonly UnitRow OnCall = SocialCentre with { Unit = new("aaaaaaaa-0000-4000-8000-000000000007"), Kind = "on_call", AlwaysStaffed = true };

    public static readonly ProfessionalRow SocialWorker = Professional with { Professional = Other, Profession = "social_worker" };

    public static readonly ServiceLines Services = new([PrimaryCare, OralHealth, AdultSocial, ChildWelfareLine, OlderPeople], [], [], []);

    public static GiveNotice Notice(int? age = 8, bool? under18 = null) => new(
        Matter, "ABCD-EFGHJ", new("aaaaaaaa-0000-4000-8000-000000000009"), new(Person, age, under18, "Unknown", "fi", null), "web", "Lapsi on yksin öisin.", "today",
        new(Other, "Naapuri Koivu", "040 000", "naapuri"), "private");

    /// <summary>The events of a notice, given on a working day at nine.</summary>
    public static IEvent[] Told(GiveNotice? notice = null) =>
        [.. Accepted(GiveNotice.Decide(Cases.Matter.Empty, notice ?? Notice(), Services, [Unit, SocialCentre, OnCall], Calendar.OfficeHours.Default, Context()))];

    public static ReceiveContact Contact(string text = "Selkä on kipeä.") =>
        new(Matter, "ABCD-EFGHJ", Person, null, "primary_care", null, Unit.Unit, "web", text);

    public static PersonRow Resident(int born = 1980) => new(
        Person, null!, new LocalDate(born, 5, 1), Sex.Female, null, null, null, null, null, null, "272", "fi", false, null, false, [], [], []);

    public static Context Context(string kind = "person") =>
        new(new Actor(kind, Person, "resident"), "contact", Instant.FromUtc(2026, 3, 10, 7, 0), Instant.FromUtc(2026, 3, 10, 7, 0), Guid.NewGuid(), 0);

    /// <summary>The state after some events.</summary>
    public static Matter State(params IEvent[] events) => events.Index().Aggregate(Cases.Matter.Empty, (state, e) =>
        Cases.Matter.Evolve(state, new Recorded(e.Index + 1, Matter, e.Index + 1, "", e.Item, default, default, Actor.System, "test", Guid.Empty)));

    public static Matter Open() => State(Received());

    public static ContactReceived Received() =>
        (ContactReceived)Accepted(ReceiveContact.Decide(Cases.Matter.Empty, Contact(), Resident(), PrimaryCare, Unit, Today, Context()))[0];

    public static IReadOnlyList<IEvent> Accepted(Decision decision) =>
        [.. decision.ShouldBeOfType<Decision.Accepted>().Appends.Select(a => a.Event)];

    public static Refusal Refused(Decision decision) => decision.ShouldBeOfType<Decision.Refused>().Refusal;

    private static LocalText Text(string text) => new(text, text, text);
}
