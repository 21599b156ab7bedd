using NodaTime;
using Yhteys.Organisation;
using Yhteys.Residents.Identity;
using Unit = (string Unit, string Profession, string Role, int Count);

namespace Yhteys.Demo.Population;

/// <summary>The sixty-one professionals of the demonstration county, the personas of the sign-in among them.</summary>
internal static class DemoStaff
{
    /// <summary>Who can be signed in as: the same keys and names as in the sign-in.</summary>
    private static readonly (string Key, string Given, string Surname, string? Unit, string Profession, string Role)[] Personas =
    [
        ("guidance_nurse", "Noora", "Neuvova", "guidance_centre", "nurse", Roles.GuidanceNurse),
        ("social_worker", "Sanna", "Sosiaali", "social_centre", "social_worker", Roles.SocialWorker),
        ("on_call_social_worker", "Pia", "Päivystävä", "on_call", "social_worker", Roles.SocialWorker),
        ("doctor", "Lauri", "Lääkäri", "health_centre", "physician", Roles.Doctor),
        ("dentist", "Helmi", "Hammas", "dental_clinic", "dentist", Roles.Dentist),
        ("unit_manager", "Jaana", "Johtava", "health_centre", "nurse", Roles.UnitManager),
        ("county_director", "Dan", "Direktör", null, "service_adviser", Roles.CountyDirector),
        ("auditor", "Taru", "Tarkastaja", null, "service_adviser", Roles.Auditor),
        ("admin", "Paula", "Pääkäyttäjä", null, "service_adviser", Roles.Admin),
    ];

    private static readonly Unit[] Others =
    [
        ("guidance_centre", "nurse", Roles.GuidanceNurse, 5), ("guidance_centre", "public_health_nurse", Roles.GuidanceNurse, 1),
        ("guidance_centre", "service_adviser", Roles.GuidanceNurse, 1), ("guidance_centre", "social_counsellor", Roles.SocialWorker, 2),
        ("on_call", "physician", Roles.Doctor, 2), ("on_call", "nurse", Roles.GuidanceNurse, 3), ("on_call", "social_worker", Roles.SocialWorker, 1),
        ("health_centre", "physician", Roles.Doctor, 3), ("health_centre", "nurse", Roles.GuidanceNurse, 4), ("health_centre", "physiotherapist", Roles.GuidanceNurse, 1),
        ("health_centre_kannus", "physician", Roles.Doctor, 1), ("health_centre_kannus", "nurse", Roles.GuidanceNurse, 2),
        ("health_centre_kaustinen", "physician", Roles.Doctor, 2), ("health_centre_kaustinen", "nurse", Roles.GuidanceNurse, 2),
        ("health_centre_kaustinen", "public_health_nurse", Roles.GuidanceNurse, 1),
        ("dental_clinic", "dentist", Roles.Dentist, 2), ("dental_clinic", "specialist_dentist", Roles.Dentist, 1),
        ("dental_clinic", "dental_hygienist", Roles.Dentist, 2), ("dental_clinic", "dental_nurse", Roles.Dentist, 1),
        ("dental_clinic_kannus", "dentist", Roles.Dentist, 1), ("dental_clinic_kannus", "dental_hygienist", Roles.Dentist, 1),
        ("child_health_clinic", "public_health_nurse", Roles.GuidanceNurse, 2), ("child_health_clinic", "midwife", Roles.GuidanceNurse, 1),
        ("mental_health_clinic", "psychologist", Roles.GuidanceNurse, 1), ("mental_health_clinic", "nurse", Roles.GuidanceNurse, 1),
        ("mental_health_clinic", "physician", Roles.Doctor, 1),
        ("social_centre", "social_worker", Roles.SocialWorker, 2), ("social_centre", "social_counsellor", Roles.SocialWorker, 2),
        ("family_centre", "social_counsellor", Roles.SocialWorker, 1), ("family_centre", "social_worker", Roles.SocialWorker, 1),
        ("older_people_centre", "social_counsellor", Roles.SocialWorker, 1),
    ];

    public static IReadOnlyList<DemoProfessional> Make(ulong seed)
    {
        var dice = Dice.For(seed, "staff");
        var named = Personas.Select(p => Professional(DemoIds.Of(p.Key), p.Given, p.Surname, p.Profession, p.Unit is null ? Roles.WholeCounty : DemoIds.Unit(p.Unit), p.Role));
        var others = Others.SelectMany(o => Enumerable.Range(0, o.Count).Select(_ => Other(o, dice)));
        return [.. named, .. others];
    }

    private static DemoProfessional Other(Unit unit, Dice dice)
    {
        var language = dice.Chance(0.15) ? "sv" : "fi";
        var given = Names.Given(dice, language, dice.Chance(0.8) ? Sex.Female : Sex.Male).Split(' ')[0];
        return Professional(dice.Id(), given, Names.Surname(dice, language), unit.Profession, DemoIds.Unit(unit.Unit), unit.Role);
    }

    private static DemoProfessional Professional(Guid id, string given, string surname, string profession, Guid unit, string role) => new(
        new(id, given, surname, profession, DemoUnits.OpenedOn), new(id, unit, role, DemoUnits.OpenedOn));
}
