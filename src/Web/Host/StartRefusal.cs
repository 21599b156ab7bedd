using System.Xml;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Yhteys.Kernel;
using Yhteys.Residents.ReadLog;
using Yhteys.Residents.Vault;

namespace Yhteys.Web.Host;

/// <summary>Reasons not to start at all, each a sentence that says what to do.</summary>
internal static class StartRefusal
{
    /// <summary>A journal needs its keys.</summary>
    public static string? WithoutKeys(Settings settings) => settings switch
    {
        { MasterKey: null } => "Yhteys:MasterKey is not set. Make one with: openssl rand -base64 32, and keep it outside the data folder. To try the product with made-up people, start with --demo.",
        { ChainKey: null } => "Yhteys:ChainKey is not set. Make one with: openssl rand -base64 32, and keep it outside the data folder.",
        _ => null,
    };

    /// <summary>Keys beside the data protect nobody, so a server that is no demonstration does not take them.</summary>
    public static string? WithKeysOfDemonstration(Settings settings) =>
        settings is { Demo: false } and ({ MasterKey: null } or { ChainKey: null }) && File.Exists(DemoKeys.FileOf(settings))
            ? $"{settings.DataFolder} holds a demonstration: its keys lie beside the data ({DemoKeys.FileName}) and protect nobody. Start it with --demo, or name another folder with --data and set Yhteys:MasterKey and Yhteys:ChainKey."
            : null;

    /// <summary>What is written with another key can't be read, or checked, with the right one.</summary>
    public static string? WithAnotherKey(Journal journal) => journal.UnfitKey() is { } key
        ? $"Yhteys:{key}Key is not the one that this journal was written with. Set the one that was in use; it can't be changed under an existing journal. Nothing has been written."
        : null;

    /// <summary>What is written on an old copy takes the places of what was acknowledged after it.</summary>
    public static string? OnOldCopy(IServiceProvider services) => services.GetRequiredService<Settings>().AcceptRestored || OldCopy(services) is not { } old
        ? null
        : $"{old} An old copy was restored, or the end was cut. Nothing has been written. Run ./yhteys verify, and restore the newest copy that has it; if there is none, start once with --accept-restored: docs/operations.md says what that means.";

    /// <summary>What the head files have seen and the database lacks, in a sentence; null when it lacks nothing.</summary>
    public static string? OldCopy(IServiceProvider services) =>
        services.GetRequiredService<Journal>().LostHead() is { } position ? $"The head file has seen event {position} of the journal, which the database does not hold."
        : services.GetRequiredService<ReadLogQueries>().LostHead() is { } entry ? $"The head file has seen entry {entry} of the read log, which the database does not hold."
        : null;

    /// <summary>Where one key of sign-in can't be read, no session and no form can be opened, by anybody.</summary>
    public static string? WithBrokenSignInKeys(IServiceProvider services)
    {
        try
        {
            services.GetRequiredService<IKeyManager>().GetAllKeys();
            return null;
        }
        catch (XmlException)
        {
            return $"A file in {Ground.InData(services.GetRequiredService<Settings>(), SessionKeys.Folder)} is not whole. Put the folder back from a backup, or take the file away: then everybody signs in anew.";
        }
    }

    /// <summary>Anyone may be anyone in a demonstration, so it must not show a real person.</summary>
    public static string? DemoWithRealPeople(IServiceProvider services)
    {
        var journal = services.GetRequiredService<Journal>();
        var real = journal.Query<long>(views => $"select count(*) from {views.Table<IdentityCodeRow>()} where artificial = @no", new { no = false })[0];
        return services.GetRequiredService<Settings>().Demo && real > 0
            ? $"This journal holds {real} real identity codes, so it can't be opened with demo sign-in. Start without --demo, or with another data folder."
            : null;
    }
}
