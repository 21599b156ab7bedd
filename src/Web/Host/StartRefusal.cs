using Yhteys.Kernel;
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
