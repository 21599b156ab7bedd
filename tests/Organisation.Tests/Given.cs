using NodaTime;
using Yhteys.Content;
using Yhteys.Kernel;

namespace Yhteys.Organisation.Tests;

/// <summary>Short words for given, when, then.</summary>
internal static class Given
{
    public static readonly Guid Unit = new("11111111-1111-4111-8111-111111111111");
    public static readonly Guid Nurse = new("22222222-2222-4222-8222-222222222222");
    public static readonly LocalDate Day = new(2026, 9, 1);

    public static readonly ServiceLines Codes = new(
        [new("primary_care", "health", Text("Vastaanotto"), Text(""), ["nurse"], ["health_centre"], ["urgent"])],
        [],
        [new("nurse", Text("Sairaanhoitaja"), "licensed")],
        [new("health_centre", Text("Terveysasema"))]);

    public static readonly UnitOpened Opened = new(Unit, new("Kannuksen terveysasema", "Kannus hälsostation", "Kannus health centre"), "health_centre", "217", ["primary_care"], false, Day, "041 000 0001");

    public static readonly ProfessionalAppointed Appointed = new(Nurse, "Aino", "Koivu", "nurse", "licensed", Day);

    public static T State<T>(params IEvent[] events) where T : IState<T> =>
        events.Select((e, i) => Recorded(e, i + 1)).Aggregate(T.Empty, T.Evolve);

    public static Recorded Recorded(IEvent e, int position = 1) => new(
        position, Unit, position, "", e, Instant.FromUtc(2026, 9, 1, 6, 0), Instant.FromUtc(2026, 9, 1, 6, 0), Actor.System, "test", Guid.Empty);

    /// <summary>The only event of an accepted decision.</summary>
    public static IEvent Event(this Decision decision) => decision.ShouldBeOfType<Decision.Accepted>().Appends.ShouldHaveSingleItem().Event;

    public static void ShouldRefuse<T>(this Decision decision) where T : Refusal
    {
        var refusal = decision.ShouldBeOfType<Decision.Refused>().Refusal.ShouldBeOfType<T>();
        foreach (var language in new[] { "fi", "sv", "en" })
            string.IsNullOrWhiteSpace(Sentence(refusal, language)).ShouldBeFalse($"{refusal.Key} lacks its sentence in {language}");
    }

    private static string? Sentence(Refusal refusal, string language) =>
        new System.Resources.ResourceManager(typeof(Texts)).GetString(refusal.Key, System.Globalization.CultureInfo.GetCultureInfo(language));

    private static LocalText Text(string fi) => new(fi, fi, fi);
}
