using Yhteys.Organisation.Municipalities;

namespace Yhteys.Demo.Population;

/// <summary>Where people live and which language they use there.</summary>
internal static class Places
{
    private static readonly IReadOnlyList<string> StreetsFi = Data.Lines("streets-fi.txt");
    private static readonly IReadOnlyList<string> StreetsSv = Data.Lines("streets-sv.txt");

    private static readonly ILookup<string, (string Postcode, int People)> PostcodesByMunicipality =
        Data.Rows("postcodes.csv").Concat(Data.Rows("postcodes-elsewhere.csv"))
            .ToLookup(r => r[1], r => (r[0], Data.Number(r[2])), StringComparer.Ordinal);

    private static readonly IReadOnlyList<(string Municipality, int Weight)> Elsewhere =
        [.. Data.Rows("postcodes-elsewhere.csv").Select(r => (r[1], Data.Number(r[2])))];

    private static readonly Dictionary<string, double> SwedishShare = Data.Rows("municipalities-2022.csv")
        .ToDictionary(r => r[0], r => Data.Number(r[2]) / (double)Data.Number(r[1]), StringComparer.Ordinal);

    public static string OtherCountyMunicipality(Dice dice) => dice.PickWeighted(Elsewhere, e => e.Weight).Municipality;

    /// <summary>Language of contact; some in every hundred speak neither Finnish nor Swedish and use English.</summary>
    public static string Language(Dice dice, string municipality)
    {
        if (dice.Chance(0.03)) return "en";
        var swedish = SwedishShare.TryGetValue(municipality, out var share)
            ? share
            : MunicipalityRegister.Find(municipality)!.Languages switch { "sv+fi" => 0.7, "fi+sv" => 0.1, _ => 0.01 };
        return dice.Chance(swedish) ? "sv" : "fi";
    }

    public static Address Address(Dice dice, string municipality, string language)
    {
        var place = MunicipalityRegister.Find(municipality)!;
        var swedish = language == "sv" && place.Languages != "fi";
        var street = dice.Pick(swedish ? StreetsSv : StreetsFi);
        var number = 1 + dice.Below(60);
        var flat = dice.Chance(0.35) ? $" {(char)('A' + dice.Below(4))} {1 + dice.Below(40)}" : "";
        var postcode = dice.PickWeighted([.. PostcodesByMunicipality[municipality]], p => p.People).Postcode;
        return new($"{street} {number}{flat}", postcode, place.Name(swedish ? "sv" : "fi"));
    }
}
