using System.Collections.Frozen;
using System.Globalization;

namespace Yhteys.Organisation.Municipalities;

/// <summary>The municipalities of 2026, each with its wellbeing services county (Statistics Finland, CC BY 4.0).</summary>
public static class MunicipalityRegister
{
    private static readonly FrozenDictionary<string, Municipality> ByCode = Rows("2026.csv", 6)
        .Select(c => new Municipality(c[0], c[1], c[2], c[3], c[4], c[5]))
        .ToFrozenDictionary(m => m.Code, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, MunicipalityCentre> Centres = Rows("centres.csv", 3)
        .Select(c => new MunicipalityCentre(c[0], double.Parse(c[1], CultureInfo.InvariantCulture), double.Parse(c[2], CultureInfo.InvariantCulture)))
        .ToFrozenDictionary(c => c.Code, StringComparer.Ordinal);

    /// <summary>All municipalities in the order of their codes.</summary>
    public static IReadOnlyList<Municipality> All { get; } = [.. ByCode.Values.OrderBy(m => m.Code, StringComparer.Ordinal)];

    /// <summary>The municipality with the three-digit code; null when there is none in 2026.</summary>
    public static Municipality? Find(string? code) => code is not null && ByCode.TryGetValue(code, out var found) ? found : null;

    /// <summary>The centre of the municipality; null where the source has none.</summary>
    public static MunicipalityCentre? CentreOf(string code) => Centres.GetValueOrDefault(code);

    public static IEnumerable<Municipality> OfCounty(string county) => All.Where(m => m.County == county);

    /// <summary>The name in the language, or null for a code that isn't of 2026.</summary>
    public static string? Name(string? code, string language) => Find(code)?.Name(language);

    private static IEnumerable<string[]> Rows(string file, int columns)
    {
        using var stream = typeof(MunicipalityRegister).Assembly.GetManifestResourceStream("municipalities/" + file)
            ?? throw new InvalidOperationException($"The program lacks its resource municipalities/{file}.");
        using var reader = new StreamReader(stream);
        var header = reader.ReadLine();
        var rows = new List<string[]>();
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            if (cells.Length != columns)
                throw new InvalidDataException($"municipalities/{file}, row {rows.Count + 2}: expected {columns} cells under {header}.");
            rows.Add(cells);
        }
        return rows;
    }
}
