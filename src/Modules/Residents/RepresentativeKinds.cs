namespace Yhteys.Residents;

/// <summary>On what ground somebody acts for a person.</summary>
public static class RepresentativeKinds
{
    /// <summary>Guardian of a minor (huoltaja, act 361/1983).</summary>
    public const string Guardian = "guardian";

    /// <summary>A mandate that the person has given (valtuutus).</summary>
    public const string Mandate = "mandate";

    /// <summary>Legal guardian of an adult (edunvalvoja, act 442/1999).</summary>
    public const string LegalGuardian = "legal_guardian";

    /// <summary>From this age on a minor may deal with the county alone, and keep it from guardians (act 785/1992, 9 § 2; act 812/2000, 11 §).</summary>
    public const int AloneFrom = 12;

    /// <summary>From this age on nobody has a guardian.</summary>
    public const int OfAge = 18;

    public static IReadOnlyList<string> All { get; } = [Guardian, Mandate, LegalGuardian];
}
