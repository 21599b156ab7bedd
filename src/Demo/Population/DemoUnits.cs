using NodaTime;
using Yhteys.Content;
using Yhteys.Organisation;

namespace Yhteys.Demo.Population;

/// <summary>A unit of the demonstration county.</summary>
/// <param name="Key">Fixed name; its id is <see cref="DemoIds.Unit"/> of it.</param>
internal sealed record DemoUnit(string Key, OpenUnit Open, SetOpeningHours? Hours);

/// <summary>The twelve units of the demonstration county. Their streets are made up, their postal codes are not.</summary>
internal static class DemoUnits
{
    private static readonly OpeningHours Long = OpeningHours.Weekdays(new(7, 30), new(17, 0));

    private static readonly IReadOnlyDictionary<string, UnitAddress> Addresses = new Dictionary<string, UnitAddress>(StringComparer.Ordinal)
    {
        ["on_call"] = Kokkola("Mallitie 40", "Modellvägen 40", "67200"),
        ["health_centre"] = Kokkola("Esimerkkikatu 5", "Exempelgatan 5", "67100"),
        ["health_centre_kannus"] = Kannus("Esimerkkitie 2", "Exempelvägen 2"),
        ["health_centre_kaustinen"] = new(new("Mallipolku 7", "Modellstigen 7", "Mallipolku 7"), "69600", new("Kaustinen", "Kaustby", "Kaustinen")),
        ["dental_clinic"] = Kokkola("Esimerkkikatu 7", "Exempelgatan 7", "67100"),
        ["dental_clinic_kannus"] = Kannus("Esimerkkitie 4", "Exempelvägen 4"),
        ["child_health_clinic"] = Kokkola("Mallikuja 3", "Modellgränden 3", "67300"),
        ["mental_health_clinic"] = Kokkola("Esimerkkikuja 12", "Exempelgränden 12", "67100"),
        ["social_centre"] = Kokkola("Mallikatu 18", "Modellgatan 18", "67100"),
        ["family_centre"] = Kokkola("Mallikuja 5", "Modellgränden 5", "67300"),
        ["older_people_centre"] = Kokkola("Mallikatu 20", "Modellgatan 20", "67100"),
    };

    /// <summary>The day on which the wellbeing services counties began.</summary>
    public static readonly LocalDate OpenedOn = new(2023, 1, 1);

    public static IReadOnlyList<DemoUnit> All { get; } =
    [
        Unit("guidance_centre", "guidance_centre", "Keski-Pohjanmaan asiakasohjaus", "Mellersta Österbottens servicehandledning", "Central Ostrobothnia guidance centre", "272", null,
            "primary_care", "oral_health", "mental_health_addiction", "adult_social", "family_social", "older_people"),
        Unit("on_call", "on_call", "Päivystys ja sosiaalipäivystys", "Jour och socialjour", "Emergency and social on-call services", "272", null,
            "primary_care", "adult_social", "child_welfare"),
        Unit("health_centre", "health_centre", "Kokkolan terveysasema", "Karleby hälsostation", "Kokkola health centre", "272", Long,
            "primary_care", "primary_specialised_care", "specialised_care"),
        Unit("health_centre_kannus", "health_centre", "Kannuksen terveysasema", "Kannus hälsostation", "Kannus health centre", "217", OpeningHours.Office,
            "primary_care", "child_health_clinic"),
        Unit("health_centre_kaustinen", "health_centre", "Kaustisen terveysasema", "Kaustby hälsostation", "Kaustinen health centre", "236", OpeningHours.Office,
            "primary_care", "student_health"),
        Unit("dental_clinic", "dental_clinic", "Kokkolan hammashoitola", "Karleby tandklinik", "Kokkola dental clinic", "272", Long, "oral_health"),
        Unit("dental_clinic_kannus", "dental_clinic", "Kannuksen hammashoitola", "Kannus tandklinik", "Kannus dental clinic", "217", OpeningHours.Office, "oral_health"),
        Unit("child_health_clinic", "child_health_clinic", "Kokkolan neuvola", "Karleby rådgivning", "Kokkola child health clinic", "272", OpeningHours.Office, "child_health_clinic"),
        Unit("mental_health_clinic", "mental_health_clinic", "Mielenterveys- ja päihdevastaanotto", "Mottagningen för mental hälsa och beroenden", "Mental health and addiction clinic", "272", OpeningHours.Office,
            "mental_health_addiction", "youth_psychiatry"),
        Unit("social_centre", "social_centre", "Kokkolan sosiaaliasema", "Karleby socialstation", "Kokkola social centre", "272", OpeningHours.Office,
            "adult_social", "child_welfare", "disability", "social_assistance"),
        Unit("family_centre", "family_centre", "Kokkolan perhekeskus", "Karleby familjecenter", "Kokkola family centre", "272", OpeningHours.Office,
            "family_social", "student_welfare"),
        Unit("older_people_centre", "older_people_centre", "Ikäihmisten palvelut", "Tjänster för äldre", "Services for older people", "272", OpeningHours.Office, "older_people"),
    ];

    // A unit without hours of its own is one that never closes.
    private static DemoUnit Unit(string key, string kind, string fi, string sv, string en, string municipality, OpeningHours? hours, params string[] lines)
    {
        var id = DemoIds.Unit(key);
        return new(key, new(id, new LocalText(fi, sv, en), kind, municipality, lines, hours is null, OpenedOn, Address: Addresses.GetValueOrDefault(key)), hours is null ? null : new(id, hours));
    }

    private static UnitAddress Kokkola(string fi, string sv, string code) => new(new(fi, sv, fi), code, new("Kokkola", "Karleby", "Kokkola"));

    private static UnitAddress Kannus(string fi, string sv) => new(new(fi, sv, fi), "69100", new("Kannus", "Kannus", "Kannus"));
}
