using Microsoft.Extensions.DependencyInjection;
using Yhteys.Kernel.Integrity;
using Yhteys.Kernel.Views;
using Yhteys.Testing;

namespace Yhteys.Kernel.Tests;

/// <summary>A test on one engine, with a journal of the sample domain that is made when first used.</summary>
public abstract class OnEngine(string engine) : IDisposable
{
    private TestJournal? _opened;

    /// <summary>Views of the next opening; a new program is the same data opened with others.</summary>
    internal List<View> Program { get; set; } = [new AccountView(), new TotalView()];

    internal TestJournal Test
    {
        get
        {
            if (Engines.Missing(engine) is { } reason)
                Assert.Skip(reason);
            return _opened ??= new TestJournal(engine, Register, onDisk: true);
        }
    }

    internal Journal Journal => Test.Journal;

    internal void Register(IServiceCollection services)
    {
        services.AddSingleton(new EventAssembly(typeof(Sample).Assembly));
        foreach (var view in Program)
            services.AddSingleton(view);
    }

    internal void Reopen(params View[] program)
    {
        Test.Close();
        if (program.Length > 0)
            Program = [.. program];
        Test.Open();
    }

    internal async Task<Guid> Open(string name, string? secret = null)
    {
        var id = Guid.NewGuid();
        (await Test.Handle(_ => Sample.Open(name, id, secret))).Accepted.ShouldBeTrue();
        return id;
    }

    internal Task<Outcome> Deposit(Guid id, int amount) => Test.Handle(w => Sample.Deposit(w.State<Account>(id), id, amount));

    internal int Balance(Guid id) => Journal.Find<AccountRow>(id)!.Balance;

    internal Verification Verify() => Test.Services.GetRequiredService<Verifier>().Run();

    /// <summary>Does what no command could: changes stored rows behind the journal's back.</summary>
    internal void Tamper(params string[] sql)
    {
        using var session = Test.Database.BeginWrite();
        foreach (var text in sql)
            session.Execute(text);
        session.Commit();
    }

    internal string Table<T>() => Journal.Views.Table<T>();

    public void Dispose()
    {
        _opened?.Dispose();
        GC.SuppressFinalize(this);
    }
}
