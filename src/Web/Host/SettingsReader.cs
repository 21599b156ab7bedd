using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace Yhteys.Web.Host;

internal static class SettingsReader
{
    private const string FileName = "yhteys.json";

    /// <summary>Reads the settings; a wrong name or value comes back as a sentence that names the setting and what it may be.</summary>
    public static (Settings? Settings, string? Problem) Read(string? dataFolder, Action<Settings> override_)
    {
        var settings = new Settings();
        var environment = Given(new ConfigurationBuilder().AddEnvironmentVariables().Build());
        settings.DataFolder = dataFolder ?? environment["Yhteys:DataFolder"] ?? settings.DataFolder;
        if (SettingsCheck.FolderProblem("DataFolder", settings.DataFolder) is { } noFolder)
            return (null, noFolder);
        var path = Path.Combine(Path.GetFullPath(settings.DataFolder), FileName);
        var (file, unread) = FromFile(path);
        if (file is null)
            return (null, unread);
        var given = Given(file);
        if ((SettingNames.Unknown(file, path) ?? SettingsShape.Problem(given, environment, path)) is { } wrong)
            return (null, wrong);

        new ConfigurationBuilder().AddConfiguration(given).AddConfiguration(environment).Build().GetSection(SettingNames.Section).Bind(settings);
        settings.DataFolder = dataFolder ?? settings.DataFolder;
        override_(settings);
        if (SettingsCheck.Problem(settings) is { } problem)
            return (null, problem);
        settings.DataFolder = Path.GetFullPath(settings.DataFolder);
        settings.ContentFolder = Path.GetFullPath(settings.ContentFolder);
        return (settings, null);
    }

    /// <summary>What is empty is left out: who passes variables on, as a file of containers does, passes on those that nobody has set too.</summary>
    private static IConfigurationRoot Given(IConfigurationRoot source) =>
        new ConfigurationBuilder().AddInMemoryCollection(source.AsEnumerable().Where(setting => !string.IsNullOrEmpty(setting.Value))).Build();

    private static (IConfigurationRoot? File, string? Problem) FromFile(string path)
    {
        if (Directory.Exists(path))
            return (null, $"{path} is a folder. The settings are a file of that name: move the folder away.");
        try
        {
            return (new ConfigurationBuilder().AddJsonFile(path, optional: true).Build(), null);
        }
        catch (Exception e) when (e is InvalidDataException or FormatException)
        {
            return (null, $"The settings could not be read from {path}: {Why(e)}");
        }
    }

    private static string Why(Exception failure) => failure.GetBaseException() switch
    {
        JsonException { LineNumber: { } line } => $"line {line + 1} is not valid JSON. A comma, a quotation mark or a bracket may be missing there, or too many.",
        var other => other.Message,
    };
}
