namespace Yhteys.Residents.Care;

/// <summary>What a unit needs the data of a matter's person for.</summary>
/// <param name="For">Its name within the matter: the matter itself, an alarm, an appointment. One unit at a time has each.</param>
public sealed record CareGround(string For, Guid Unit);

/// <summary>How the grounds of a matter pass from unit to unit.</summary>
public static class CareGrounds
{
    /// <summary>The unit has the matter: it came there, or was referred there.</summary>
    public const string Matter = "matter";

    /// <summary>A unit gets a ground, from whoever had it.</summary>
    public static IEnumerable<CareGround> Given(this IEnumerable<CareGround> grounds, string ground, Guid unit) =>
        grounds.Ended(ground).Append(new(ground, unit));

    public static IEnumerable<CareGround> Ended(this IEnumerable<CareGround> grounds, string ground) => grounds.Where(g => g.For != ground);
}
