using System.Globalization;

namespace Yhteys.Demo.Population;

/// <summary>The embedded data of the demonstration county; sources in data/SOURCE.md.</summary>
internal static class Data
{
    public static IReadOnlyList<string> Lines(string file)
    {
        using var stream = typeof(Data).Assembly.GetManifestResourceStream("demo/" + file)
            ?? throw new InvalidOperationException($"The program lacks its resource demo/{file}.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }

    /// <summary>Rows of a table without its heading.</summary>
    public static IEnumerable<string[]> Rows(string file) => Lines(file).Skip(1).Select(l => l.Split(','));

    public static int Number(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);
}
