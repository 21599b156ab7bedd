using NodaTime;
using Yhteys.Content;
using Yhteys.Organisation;

namespace Yhteys.Demo.Population;

/// <summary>A unit of the demonstration county.</summary>
/// <param name="Key">Fixed name; its id is <see cref="DemoIds.Unit"/> of it.</param>
public sealed record DemoUnit(string Key, OpenUnit Open, SetOpeningHours? Hours);

/// <summary>The twelve units of the demonstration county.</summary>
public static class DemoUnits
{
    private static readonly OpeningHours Long = OpeningHours.Weekdays(new(7, 30), new(17, 0));

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
        return new(key, new(id, new LocalText(fi, sv, en), kind, municipality, lines, hours is null, OpenedOn), hours is null ? null : new(id, hours));
    }
}
