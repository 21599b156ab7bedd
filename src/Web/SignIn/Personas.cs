using Yhteys.Demo.Population;
using Yhteys.Organisation;
using Yhteys.Web.Host;

namespace Yhteys.Web.SignIn;

/// <summary>
/// The made-up persons of the demonstration. Their ids come from their keys, so that the demonstration county can
/// register the same persons and give the same roles.
/// </summary>
internal sealed class Personas(Settings settings)
{
    public IReadOnlyList<Persona> All { get; } =
    [
        Resident("resident", "Aino Esimerkki"),
        Resident("young_person", "Eetu Esimerkki"),
        Resident("older_resident", "Göran Exempel"),
        Staff("guidance_nurse", "Noora Neuvova", Roles.GuidanceNurse, "guidance_centre"),
        Staff("social_worker", "Sanna Sosiaali", Roles.SocialWorker, "social_centre"),
        Staff("on_call_social_worker", "Pia Päivystävä", Roles.SocialWorker, "on_call"),
        Staff("doctor", "Lauri Lääkäri", Roles.Doctor, "health_centre"),
        Staff("dentist", "Helmi Hammas", Roles.Dentist, "dental_clinic"),
        Staff("unit_manager", "Jaana Johtava", Roles.UnitManager, "health_centre"),
        Staff("county_director", "Dan Direktör", Roles.CountyDirector, null),
        Staff("auditor", "Taru Tarkastaja", Roles.Auditor, null),
        Staff("admin", "Paula Pääkäyttäjä", Roles.Admin, null),
    ];

    /// <summary>Whether this journal is a demonstration, where anyone may be anyone.</summary>
    public bool Open => settings.Demo;

    /// <summary>The person to sign in as; nobody where demo sign-in is off.</summary>
    public Persona? Find(string? key) => Open ? All.FirstOrDefault(p => p.Key == key) : null;

    private static Persona Resident(string key, string name) =>
        new(key, new CurrentUser(DemoIds.Of(key), Roles.Resident, null, DemoIds.Of($"person:{key}"), name));

    private static Persona Staff(string key, string name, string role, string? unit) =>
        new(key, new CurrentUser(DemoIds.Of(key), role, unit is null ? null : DemoIds.Of($"unit:{unit}"), null, name));
}
