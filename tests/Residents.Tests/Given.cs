using System.Globalization;
using System.Resources;
using NodaTime;
using Yhteys.Kernel;
using Yhteys.Residents.Identity;
using Yhteys.Residents.Vault;
using Yhteys.Testing;

namespace Yhteys.Residents.Tests;

/// <summary>Short words for given, when, then.</summary>
internal static class Given
{
    public static readonly LocalDate Today = new(2026, 3, 10);
    public static readonly Guid Aino = new("11111111-1111-4111-8111-111111111111");
    public static readonly Guid Eetu = new("22222222-2222-4222-8222-222222222222");
    public static readonly Guid Nurse = new("33333333-3333-4333-8333-333333333333");
    public static readonly Guid Unit = new("44444444-4444-4444-8444-444444444444");
    public static readonly Guid Matter = new("55555555-5555-4555-8555-555555555555");
    public static readonly string AinosCode = Hetu.Artificial(new(1950, 5, 17), Sex.Female, 0);
    public static readonly Actor AsNurse = new("staff", Nurse, "guidance_nurse", Unit);

    public static readonly RegisterPerson Register = new(
        Aino, new("Aino Maria", "Koivu"), AinosCode, null, Sex.Unknown, "fi", "T2222222", "272",
        new("Virsukuja 3", "67100", "Kokkola"), new("+358 41 000 0001", "aino@example.fi"));

    public static readonly PersonRegistered Registered = new(Aino, Personal.Seal(Aino, new PersonName("Aino Maria", "Koivu")), null, "fi");

    public static readonly PersonState Known = State(Registered);

    public static PersonState State(params IEvent[] events) => events.Select((e, i) => Recorded(e, i + 1)).Aggregate(PersonState.Empty, PersonState.Evolve);

    public static Recorded Recorded(IEvent e, int position = 1) => new(
        position, Aino, position, "", e, TestClock.OrdinaryTuesday, TestClock.OrdinaryTuesday, Actor.System, "test", Guid.Empty);

    public static Context Context(Actor actor) => new(actor, "test", TestClock.OrdinaryTuesday, TestClock.OrdinaryTuesday, Guid.NewGuid(), 1);

    public static IEnumerable<IEvent> Events(this Decision decision) => decision.ShouldBeOfType<Decision.Accepted>().Appends.Select(a => a.Event);

    public static T Event<T>(this Decision decision) where T : IEvent => decision.Events().ShouldHaveSingleItem().ShouldBeOfType<T>();

    public static T ShouldRefuse<T>(this Decision decision) where T : Refusal
    {
        var refusal = decision.ShouldBeOfType<Decision.Refused>().Refusal.ShouldBeOfType<T>();
        foreach (var language in new[] { "fi", "sv", "en" })
            string.IsNullOrWhiteSpace(new ResourceManager(typeof(Texts)).GetString(refusal.Key, CultureInfo.GetCultureInfo(language)))
                .ShouldBeFalse($"{refusal.Key} lacks its sentence in {language}");
        return refusal;
    }
}
