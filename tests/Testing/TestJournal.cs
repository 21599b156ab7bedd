using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Npgsql;
using Yhteys.Kernel;
using Yhteys.Kernel.Integrity;
using Yhteys.Kernel.Storage;

namespace Yhteys.Testing;

/// <summary>A journal of its own on one of the engines, gone after the test. It can be closed and opened again on the same data.</summary>
public sealed class TestJournal : IDisposable
{
    private readonly Action<IServiceCollection> _modules;
    private readonly string _folder;
    private readonly string _postgresDatabase = "";
    private readonly bool _onDisk;
    private readonly byte[] _masterKey = RandomNumberGenerator.GetBytes(32);
    private ServiceProvider? _services;

    /// <summary>Makes the data and opens the journal.</summary>
    /// <param name="onDisk">For tests of durability, and of what the kernel does to files; others don't wait for a disk.</param>
    public TestJournal(string engine, Action<IServiceCollection> modules, bool onDisk = false)
    {
        _folder = onDisk ? Directory.CreateTempSubdirectory("yhteys-test-").FullName : Scratch.Folder("yhteys-test-");
        (Engine, _modules, _onDisk) = (engine, modules, onDisk);
        if (engine == Engines.Postgres)
            _postgresDatabase = EmptyDatabases.Take();
        Options = new JournalOptions(RandomNumberGenerator.GetBytes(32), new HeadFile(Path.Combine(_folder, "head.log")));
        Open();
    }

    public string Engine { get; }
    public TestClock Clock { get; } = new();
    public JournalOptions Options { get; set; }

    /// <summary>Settings of the next connections to PostgreSQL, as in a connection string.</summary>
    public string PostgresSettings { get; set; } = "";

    public string Folder => _folder;
    public IServiceProvider Services => _services!;
    public Journal Journal => Services.GetRequiredService<Journal>();
    public Database Database => Services.GetRequiredService<Database>();

    public void Open()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IClock>(Clock);
        services.AddLogging();
        services.AddSingleton(new EventAssembly(typeof(KeysDestroyed).Assembly));
        _modules(services);
        services.AddKernel(_ => Connect(), _masterKey, Options);
        _services = services.BuildServiceProvider();
        Journal.Start();
    }

    public void Close()
    {
        _services?.Dispose();
        _services = null;
    }

    /// <summary>Sends a command as the system would, with a new command id unless told.</summary>
    public Task<Outcome> Handle(Func<Work, Decision> decide, Actor? actor = null, Guid? commandId = null) =>
        Journal.Handle(new Envelope(commandId ?? Guid.NewGuid(), actor ?? Actor.System, "test"), decide);

    /// <summary>Holds the writer while commands are sent, so that they wait together and become one group; gives them when all are answered.</summary>
    public async Task<Task<Outcome>[]> Hold(Func<Task<Outcome>[]> send)
    {
        using var holding = new ManualResetEventSlim();
        using var go = new ManualResetEventSlim();
        var holder = Handle(_ =>
        {
            holding.Set();
            go.Wait();
            return Decision.Nothing;
        });
        holding.Wait();
        var sent = send();
        go.Set();
        await holder;
        foreach (var answer in sent)
            await ((Task)answer).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return sent;
    }

    /// <summary>Changes the database past the journal, as a fault would.</summary>
    public void Execute(string sql)
    {
        using var session = Database.BeginWrite();
        session.Execute(sql);
        session.Commit();
    }

    public void Dispose()
    {
        Close();
        if (Engine == Engines.Postgres)
            EmptyDatabases.GiveBack(_postgresDatabase);
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A connection of another node to the same data.</summary>
    public Database Connect() => Engine == Engines.Postgres
        ? new PostgresDatabase(new NpgsqlConnectionStringBuilder($"{Engines.PostgresConnection};{PostgresSettings}") { Database = _postgresDatabase, MaxPoolSize = 20, Options = _onDisk ? null : "-c synchronous_commit=off" }.ToString())
        : new SqliteDatabase(Path.Combine(_folder, "journal.db"));
}
