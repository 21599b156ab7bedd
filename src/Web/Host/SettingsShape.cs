using System.Globalization;
using System.Numerics;
using Microsoft.Extensions.Configuration;

namespace Yhteys.Web.Host;

/// <summary>Whether what is written for a setting is of its kind at all: a number, true or false, a list.</summary>
internal static class SettingsShape
{
    private static readonly Dictionary<string, Type> Kinds =
        typeof(Settings).GetProperties().ToDictionary(p => p.Name, p => p.PropertyType, StringComparer.OrdinalIgnoreCase);

    /// <returns>The first that is not, by its name and the place where it is written.</returns>
    public static string? Problem(IConfiguration file, IConfiguration environment, string path)
    {
        if (file[SettingNames.Section] is { Length: > 0 } text)
            return $"{SettingNames.Section} is '{text}' in {path}. Write the settings in it: {{ \"{SettingNames.Section}\": {{ \"Urls\": \"http://localhost:5080\" }} }}.";
        return Settings(file).Select(s => Problem(s, $"{SettingNames.Section}:{s.Key} in {path}"))
            .Concat(Settings(environment).Select(s => Problem(s, $"The environment variable {SettingNames.Section}__{s.Key}")))
            .FirstOrDefault(problem => problem is not null);
    }

    private static IEnumerable<IConfigurationSection> Settings(IConfiguration source) =>
        source.GetSection(SettingNames.Section).GetChildren().Where(setting => Kinds.ContainsKey(setting.Key));

    private static string? Problem(IConfigurationSection setting, string said)
    {
        var (kind, value, parts) = (Kinds[setting.Key], setting.Value, setting.GetChildren().ToList());
        if (kind == typeof(IList<string>))
            return value is { Length: > 0 } ? $"{said} is '{value}'. Write a list: [\"…\"] in the file, {SettingNames.Section}__{setting.Key}__0 in the environment."
                : parts.Exists(part => part.Value is null) ? $"{said} has something else than texts in its list. Write each as a text."
                : null;
        if (parts.Count > 0)
            return $"{said} holds several values. Write {Expected(kind)}.";
        // Too long for a number of the program, so beyond the bounds of any.
        if (kind == typeof(int) && !int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out _) && BigInteger.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out _))
            return $"{said} is '{value}'. {SettingsCheck.Bounds(setting.Key)}";
        return kind == typeof(int) && !int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out _) || kind == typeof(bool) && !bool.TryParse(value, out _)
            ? $"{said} is '{value}'. Write {Expected(kind)}."
            : null;
    }

    private static string Expected(Type kind) => kind == typeof(int) ? "a whole number, such as 60" : kind == typeof(bool) ? "true or false" : "one text";
}
