using System.Security.Cryptography;
using System.Text.Json;

namespace Yhteys.Web.Host;

/// <summary>
/// Keys for a demonstration, made at the first start into <c>demo-keys.json</c> of the data folder, readable by its owner only.
/// Keys beside the data protect nobody: in production they come from the configuration.
/// </summary>
internal static class DemoKeys
{
    public const string FileName = "demo-keys.json";

    public static string FileOf(Settings settings) => Path.Combine(settings.DataFolder, FileName);

    /// <returns>Null, or the sentence that says why the keys of the file can't be taken.</returns>
    public static string? Fill(Settings settings)
    {
        var file = FileOf(settings);
        if ((settings.MasterKey is not null && settings.ChainKey is not null) || (!settings.Demo && !Path.Exists(file)))
            return null;
        var keys = Path.Exists(file) ? Read(file) : Make(file);
        settings.MasterKey ??= keys?.MasterKey;
        settings.ChainKey ??= keys?.ChainKey;
        return keys is not null ? null
            : $"{file} does not hold the two keys of a demonstration. Put it back from a backup: without them the county beside it can't be read. If nobody needs that county, remove the folder and start anew.";
    }

    private static Pair? Read(string file)
    {
        try
        {
            return File.Exists(file) && JsonSerializer.Deserialize<Pair>(File.ReadAllText(file)) is { } pair && SettingsCheck.IsKey(pair.MasterKey) && SettingsCheck.IsKey(pair.ChainKey) ? pair : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Pair Make(string file)
    {
        var keys = new Pair(NewKey(), NewKey());
        PrivateFolder.CreateData(Path.GetDirectoryName(file)!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(file, options);
        JsonSerializer.Serialize(stream, keys);
        return keys;
    }

    private static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    private sealed record Pair(string? MasterKey, string? ChainKey);
}
