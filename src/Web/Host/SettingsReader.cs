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
        return Problem(settings) is { } problem ? (null, problem) : (settings, null);
    }

    private static string? Problem(Settings s) => s switch
    {
        { Database: not ("sqlite" or "postgres") } => $"Yhteys:Database is '{s.Database}'. Write sqlite or postgres.",
        { Database: "postgres", Connection: null or "" } => "Yhteys:Database is postgres but Yhteys:Connection is empty. Give its connection string.",
        { SessionMinutes: < 1 or > 1440 } => "Yhteys:SessionMinutes must be between 1 and 1440.",
        { FormsPerMinute: < 0 } => "Yhteys:FormsPerMinute must be 0 (no limit) or more.",
        _ => KeyProblem("MasterKey", s.MasterKey) ?? KeyProblem("ChainKey", s.ChainKey),
    };

    private static string? KeyProblem(string name, string? key) =>
        key is null || (Convert.TryFromBase64String(key, new byte[64], out var length) && length == 32)
            ? null
            : $"Yhteys:{name} must be 32 bytes in base64. Make one with: openssl rand -base64 32";
}
