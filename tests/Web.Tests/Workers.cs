using Yhteys.Demo.Population;
using Yhteys.Organisation;

namespace Yhteys.Web.Tests;

/// <summary>Professionals of the small county who work where none of the personas of <see cref="Town"/> does, and so meet forms that none of those meets.</summary>
internal static class Workers
{
    private static readonly IReadOnlyDictionary<string, (string Unit, string Profession)> Places = new Dictionary<string, (string, string)>(StringComparer.Ordinal)
    {
        ["on_call_social_worker"] = ("on_call", "social_worker"),
        ["public_health_nurse"] = ("child_health_clinic", "public_health_nurse"),
        ["school_social_worker"] = ("family_centre", "social_worker"),
    };

    public static IEnumerable<string> Keys => Places.Keys;

    /// <summary>Null when it is no worker's key.</summary>
    public static CurrentUser? Find(string key)
    {
        if (!Places.TryGetValue(key, out var place))
            return null;
        var (unit, profession) = (DemoIds.Unit(place.Unit), place.Profession);
        var (appoint, role) = DemoStaff.Make(County.Small.Seed).First(s => s.Role.Unit == unit && s.Appoint.Profession == profession);
        return new(appoint.Professional, role.Role, unit, null, $"{appoint.GivenName} {appoint.Surname}");
    }
}
