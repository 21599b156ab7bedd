using Microsoft.Extensions.Configuration;

namespace Yhteys.Web.Host;

internal static class SettingsReader
{
    /// <summary>Reads the settings; a wrong value comes back as a sentence that names the setting and what it may be.</summary>
    public static (Settings? Settings, string? Problem) Read(string? dataFolder, Action<Settings> override_)
    {
        var settings = new Settings();
        var environment = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        settings.DataFolder = Path.GetFullPath(dataFolder ?? environment["Yhteys:DataFolder"] ?? settings.DataFolder);
        var file = Path.Combine(settings.DataFolder, "yhteys.json");
        try
        {
            new ConfigurationBuilder().AddJsonFile(file, optional: true).AddEnvironmentVariables().Build()
                .GetSection("Yhteys").Bind(settings);
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException or FormatException)
        {
            return (null, $"The settings could not be read ({file} or the environment): {(e.InnerException ?? e).Message}");
        }

        settings.DataFolder = Path.GetFullPath(dataFolder ?? settings.DataFolder);
        settings.ContentFolder = Path.GetFullPath(settings.ContentFolder);
        override_(settings);
        return SettingsCheck.Problem(settings) is { } problem ? (null, problem) : (settings, null);
    }
}
