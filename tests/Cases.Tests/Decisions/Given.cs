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
    public static readonly ServiceLine OralHealth = PrimaryCare with { Id = "oral_health" };
    public static readonly ServiceLine AdultSocial = PrimaryCare with { Id = "adult_social", Register = "social" };

    public static readonly UnitRow Unit = new(
        new Guid("aaaaaaaa-0000-4000-8000-000000000005"), Text("Ohjauskeskus"), "guidance_centre", "272",
        ["primary_care", "oral_health", "adult_social"], true, new LocalDate(2023, 1, 1), null, null);

    public static readonly ProfessionalRow Professional = new(Nurse, "Noora", "Neuvova", "nurse", "licensed", new LocalDate(2024, 1, 1), []);

    public static ReceiveContact Contact(string text = "Selkä on kipeä.") =>
        new(Matter, "ABCD-EFGHJ", Person, null, "primary_care", null, Unit.Unit, "web", text);

    public static PersonRow Resident(int born = 1980) => new(
        Person, null!, new LocalDate(born, 5, 1), Sex.Female, null, null, null, null, null, "272", "fi", false, null, false, [], [], []);

    public static Context Context(string kind = "person") =>
        new(new Actor(kind, Person, "resident"), "contact", Instant.FromUtc(2026, 3, 10, 7, 0), Instant.FromUtc(2026, 3, 10, 7, 0), Guid.NewGuid(), 0);

    /// <summary>The state after some events.</summary>
    public static Matter State(params IEvent[] events) => events.Aggregate(Cases.Matter.Empty, (state, e) =>
        Cases.Matter.Evolve(state, new Recorded(1, Matter, 1, "", e, default, default, Actor.System, "test", Guid.Empty)));

    public static Matter Open() => State(Received());

    public static ContactReceived Received() =>
        (ContactReceived)Accepted(ReceiveContact.Decide(Cases.Matter.Empty, Contact(), Resident(), PrimaryCare, Unit, Today, Context()))[0];

    public static IReadOnlyList<IEvent> Accepted(Decision decision) =>
        [.. decision.ShouldBeOfType<Decision.Accepted>().Appends.Select(a => a.Event)];

    public static Refusal Refused(Decision decision) => decision.ShouldBeOfType<Decision.Refused>().Refusal;

    private static LocalText Text(string text) => new(text, text, text);
}
