namespace Yhteys.Organisation.Municipalities;

/// <summary>A wellbeing services county (hyvinvointialue), or Helsinki or Åland, which have the same duties.</summary>
/// <param name="Code">Two digits, Statistics Finland.</param>
public sealed record WellbeingCounty(string Code, string Fi, string Sv, string En)
{
    /// <summary>The name in fi, sv or en; Finnish for any other language.</summary>
    public string Name(string language) => language switch { "sv" => Sv, "en" => En, _ => Fi };
}
