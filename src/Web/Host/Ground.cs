using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;
using Yhteys.Content;
using Yhteys.Content.TakeIntoUse;
using Yhteys.Kernel;
using Yhteys.Kernel.Integrity;
using Yhteys.Kernel.Storage;
using Yhteys.Residents;
using Yhteys.Residents.ReadLog;
using Yhteys.Ui;

namespace Yhteys.Web.Host;

/// <summary>What every verb stands on: journal, content and modules. The web server adds its own on top.</summary>
internal static class Ground
{
    public static IServiceCollection AddGround(this IServiceCollection services, Settings settings)
    {
        if (DemoKeys.Fill(settings) is { } unfit)
            throw new InvalidOperationException(unfit);
        PrivateFolder.CreateData(settings.DataFolder);
        var (master, chain) = (Convert.FromBase64String(settings.MasterKey!), Convert.FromBase64String(settings.ChainKey!));
        services.AddSingleton(settings);
        services.TryAddSingleton<IClock>(SystemClock.Instance);
        services.AddKernel(_ => DatabaseOf(settings), master, new JournalOptions(chain, new HeadFile(InData(settings, "head.log"))));
        services.AddContent(settings.ContentFolder);
        services.AddModules(new ResidentsOptions(Derived(master, "identity code look-up"), Derived(chain, "read log"), () => ReadLogOf(settings), !settings.Demo));
        return services;
    }

    /// <summary>A ground of its own for a verb without a web server.</summary>
    public static ServiceProvider Lay(Settings settings) => new ServiceCollection().AddLogging().AddUi().AddGround(settings).BuildServiceProvider();

    /// <summary>Content and modules without a journal, for verbs that need no data.</summary>
    public static IServiceCollection WithoutJournal(string contentFolder)
    {
        var services = new ServiceCollection().AddContent(contentFolder);
        services.AddModules(new ResidentsOptions([], [], () => throw new InvalidOperationException("No data is open here.")));
        return services;
    }

    /// <summary>Starts the journal and takes the content into use.</summary>
    /// <returns>Null, or the sentence that says why the program can't serve.</returns>
    public static string? Start(this IServiceProvider services, Action<string>? progress = null)
    {
        var journal = services.GetRequiredService<Journal>();
        if ((StartRefusal.WithAnotherKey(journal) ?? StartRefusal.OnOldCopy(services)) is { } refusal)
            return refusal;
        if (StartRefusal.OldCopy(services) is { } accepted)
            progress?.Invoke($"{accepted} It is gone on with as it is, and verify names the place from now on.");
        journal.Start((what, done, all) =>
        {
            if (all > 0)
                progress?.Invoke($"{what}: {done} of {all} events");
        });
        if (StartRefusal.DemoWithRealPeople(services) is { } real)
            return real;
        var before = Versions();
        var problems = services.GetRequiredService<ContentTaking>().Take(Actor.System).GetAwaiter().GetResult();
        var after = problems.Count > 0 ? Versions() : before;
        foreach (var problem in problems)
            progress?.Invoke(ContentKinds.Of(problem.File) is { } kind ? $"{Became(kind, before[kind], after[kind])} {problem}" : problem.ToString());
        return services.GetRequiredService<ContentStore>().Current.Missing is [_, ..] missing
            ? $"There is no sound version of {string.Join(", ", missing)} under {settings(services).ContentFolder}. Run ./yhteys content check and mend what it says."
            : null;

        static Settings settings(IServiceProvider s) => s.GetRequiredService<Settings>();

        Dictionary<string, int?> Versions() => ContentKinds.All.ToDictionary(
            kind => kind, kind => services.GetRequiredService<ContentHistory>().On(kind, services.GetRequiredService<IClock>().GetCurrentInstant())?.Version, StringComparer.Ordinal);
    }

    /// <summary>What became at start of a kind of content in which something is wrong.</summary>
    private static string Became(string kind, int? before, int? after) => (before, after) switch
    {
        (_, null) => $"Nothing of {kind} is in use.",
        (null, { } first) => $"Version {first} of {kind} is in use.",
        ({ } old, { } now) => old == now ? $"Version {old} of {kind} stays in use." : $"Version {old} of {kind} can't be read any more: the folder's is in use as version {now}.",
    };

    public static string InData(Settings settings, string file) => Path.Combine(settings.DataFolder, file);

    private static Database DatabaseOf(Settings settings) => settings.Database == "postgres"
        ? new PostgresDatabase(settings.Connection!)
        : new SqliteDatabase(InData(settings, "journal.db"));

    private static ReadLogStore ReadLogOf(Settings settings) => settings.Database == "postgres"
        ? new PostgresReadLog(settings.Connection!) { HeadFile = ReadLogHead(settings) }
        : new SqliteReadLog(InData(settings, "read-log.db")) { HeadFile = ReadLogHead(settings) };

    private static HeadFile ReadLogHead(Settings settings) => new(InData(settings, "read-log-head.log"));

    // One secret, several uses: each use has a key of its own.
    private static byte[] Derived(byte[] key, string use) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, info: System.Text.Encoding.UTF8.GetBytes($"yhteys {use}"));
}
