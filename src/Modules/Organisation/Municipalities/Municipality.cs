namespace Yhteys.Organisation.Municipalities;

/// <summary>A Finnish municipality (kunta) in the classification of one year.</summary>
/// <param name="Code">Three digits, Statistics Finland; the same as in code set 1.2.246.537.6.21.</param>
/// <param name="County">Code of the wellbeing services county; 90 Helsinki, 91 Åland.</param>
/// <param name="Languages">Official languages, majority first: fi, sv, fi+sv, sv+fi.</param>
public sealed record Municipality(string Code, string Fi, string Sv, string En, string County, string Languages)
{
    /// <summary>The name in fi, sv or en; Finnish for any other language.</summary>
    public string Name(string language) => language switch { "sv" => Sv, "en" => En, _ => Fi };
}
