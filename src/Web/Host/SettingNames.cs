using Microsoft.Extensions.Configuration;

namespace Yhteys.Web.Host;

/// <summary>The names that settings have. One that is misspelled would set nothing, and nobody would know.</summary>
internal static class SettingNames
{
    public const string Section = "Yhteys";

    // Editors write it for themselves.
    private const string Schema = "$schema";

    private static readonly string[] Known = [.. typeof(Settings).GetProperties().Select(p => p.Name)];

    /// <summary>What stands in the settings' file and is no setting; the whole file is ours.</summary>
    public static string? Unknown(IConfiguration file, string path)
    {
        foreach (var part in file.GetChildren().Where(part => !Same(part.Key, Section) && part.Key != Schema))
            return $"{path} has '{part.Key}' beside the section {Section}, and nothing reads it. Write it inside {Section} if it is a setting, or take it out.";
        foreach (var name in file.GetSection(Section).GetChildren().Select(setting => setting.Key).Where(name => !IsKnown(name)))
            return $"{path} has the setting {Section}:{name}, which is not known. {Instead(name, ":")} Correct it, or take it out.";
        return null;
    }

    /// <summary>Variables of the environment that seem to be meant for the program and set nothing. Others may be there for other programs, so they stop nothing.</summary>
    public static IEnumerable<string> Warnings(IEnumerable<string> variables)
    {
        foreach (var variable in variables.Order(StringComparer.Ordinal))
            if (Meant(variable) is { } name)
                yield return $"The environment variable {variable} sets nothing. {Instead(name, "__")}";
    }

    /// <summary>The setting's name that a variable tries to say; null when it says a right one, or belongs to somebody else.</summary>
    private static string? Meant(string variable) => variable.Replace("__", ":", StringComparison.Ordinal).Split(':') switch
    {
        [var section, var name, ..] when Same(section, Section) => IsKnown(name) ? null : name,
        [var section, var name, ..] when IsKnown(name) && Distance(section, Section) <= 2 => name,
        [var whole] when whole.StartsWith($"{Section}_", StringComparison.OrdinalIgnoreCase) && Rest(whole) is var rest && Nearest(rest) is not null => rest,
        _ => null,
    };

    private static string Rest(string variable) => variable[(Section.Length + 1)..].Replace("_", "", StringComparison.Ordinal);

    private static string Instead(string name, string between) => Nearest(name) is { } near
        ? $"Did you mean {Section}{between}{near}?"
        : $"The settings are {string.Join(", ", Known)}.";

    private static string? Nearest(string name) => Known
        .Where(known => Distance(known, name) <= Math.Max(2, name.Length / 3) || (name.Length > 2 && known.StartsWith(name, StringComparison.OrdinalIgnoreCase)))
        .OrderByDescending(known => Words(known).Contains(name, StringComparer.OrdinalIgnoreCase)).ThenBy(known => Distance(known, name)).FirstOrDefault();

    private static IEnumerable<string> Words(string name) =>
        name.Select((letter, at) => (letter, at)).Where(l => char.IsUpper(l.letter)).Select(l => string.Concat(name.Skip(l.at).Take(1).Concat(name.Skip(l.at + 1).TakeWhile(char.IsLower))));

    private static bool IsKnown(string name) => Known.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    /// <summary>How many letters must be added, left out or changed (Levenshtein).</summary>
    private static int Distance(string from, string to)
    {
        var (a, b) = (from.ToUpperInvariant(), to.ToUpperInvariant());
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var before = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                (before, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, before + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }

        return row[^1];
    }
}
