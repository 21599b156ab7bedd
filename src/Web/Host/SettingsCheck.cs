using System.Net;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace Yhteys.Web.Host;

/// <summary>What is wrong with settings that could be read: a sentence that names the setting and what it may be.</summary>
internal static class SettingsCheck
{
    public static string? Problem(Settings s) => s switch
    {
        { Database: not ("sqlite" or "postgres") } => $"Yhteys:Database is '{s.Database}'. Write sqlite or postgres.",
        { Database: "postgres", Connection: null or "" } => "Yhteys:Database is postgres but Yhteys:Connection is empty. Give its connection string.",
        { Database: "postgres" } when !Connects(s.Connection) =>
            "Yhteys:Connection is not a connection string of PostgreSQL. Write it like Host=db;Database=yhteys;Username=yhteys;Password=…, and a value that holds ; or = in quotes.",
        { SessionMinutes: < 1 or > 1440 } => Bounds(nameof(s.SessionMinutes)),
        { FormsPerMinute: < 0 } => Bounds(nameof(s.FormsPerMinute)),
        _ => FolderProblem("DataFolder", s.DataFolder) ?? FolderProblem("ContentFolder", s.ContentFolder)
            ?? s.Urls.Split(';').Where(url => !Listens(url)).Select(url =>
                $"Yhteys:Urls holds '{url}', where the node can't listen. Write addresses like http://localhost:5080, http://10.0.0.5:5080 or, for all of this machine's, http://*:5080, with a semicolon between; TLS ends at a reverse proxy.").FirstOrDefault()
            ?? s.TrustedProxies.Where(proxy => !IPAddress.TryParse(proxy, out _) && !IPNetwork.TryParse(proxy, out _)).Select(proxy =>
                $"Yhteys:TrustedProxies holds '{proxy}', which is neither an address nor a network. Write for example 10.0.0.5, or 10.0.0.0/8.").FirstOrDefault()
            ?? KeyProblem("MasterKey", s.MasterKey) ?? KeyProblem("ChainKey", s.ChainKey),
    };

    /// <summary>What a number may be.</summary>
    public static string Bounds(string setting) => setting.Equals(nameof(Settings.SessionMinutes), StringComparison.OrdinalIgnoreCase)
        ? "Yhteys:SessionMinutes must be between 1 and 1440."
        : $"Yhteys:FormsPerMinute must be 0 (no limit) or more, {int.MaxValue} at most.";

    /// <summary>A folder may be missing yet, but its name must be one.</summary>
    public static string? FolderProblem(string setting, string folder) =>
        string.IsNullOrWhiteSpace(folder) || folder.Contains('\0', StringComparison.Ordinal) ? $"Yhteys:{setting} is '{folder.Replace("\0", "", StringComparison.Ordinal)}', which names no folder. Give the path of one, or leave it out."
        : File.Exists(folder) ? $"Yhteys:{setting} is {folder}, which is a file. Give the path of a folder."
        : null;

    /// <summary>32 bytes in base64.</summary>
    public static bool IsKey(string? key) => key is not null && Convert.TryFromBase64String(key, new byte[64], out var length) && length == 32;

    private static bool Connects(string? connection)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connection).Host is { Length: > 0 };
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidCastException or KeyNotFoundException)
        {
            return false;
        }
    }

    private static bool Listens(string url)
    {
        try
        {
            // The system gives no free port of its choice to a name.
            return BindingAddress.Parse(url) is { Scheme: "http", PathBase: "" } address
                && (address.IsUnixPipe || (address.Port is >= 0 and <= IPEndPoint.MaxPort && IsHost(address.Host) && (address.Port > 0 || address.Host != "localhost")));
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException)
        {
            return false;
        }
    }

    // With any other name the server would listen to the whole world, whatever it says.
    private static bool IsHost(string host) => host is "localhost" or "*" or "+" || IPAddress.TryParse(host, out _);

    private static string? KeyProblem(string name, string? key) =>
        key is null || IsKey(key)
            ? null
            : $"Yhteys:{name} must be 32 bytes in base64. Make one with: openssl rand -base64 32";
}
