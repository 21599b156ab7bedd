using System.Diagnostics;
using NodaTime;
using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;
using Yhteys.Kernel.Storage;
using Yhteys.Kernel.Views;

namespace Yhteys.Bench.Kernel;

/// <summary>A journal with some matters in it, and the command that is measured.</summary>
internal sealed class Driver : IDisposable
{
    public const string Text = "Selkä on ollut kipeä kaksi viikkoa, eikä kävely ole auttanut. Voiko joku soittaa minulle iltapäivällä töiden jälkeen?";
    private static readonly string[] Lines = ["first", "second", "third", "fourth", "fifth"];
    private static readonly Actor Staff = new("staff", Guid.NewGuid(), "guide", Guid.NewGuid());
    private readonly Guid[] _matters;
    private readonly Database _database;

    public Driver(Database database, int matters, int batchSize = 64)
    {
        _database = database;
        var keys = new KeyRing(database, new byte[32]);
        Journal = new Journal(
            database, new EventTypes([new EventAssembly(typeof(Driver).Assembly)]), new ViewSet([new MatterView(), new ThreadView(), new LineView()]), keys,
            SystemClock.Instance, new JournalOptions(new byte[32], BatchSize: batchSize), new Feed());
        Journal.Start();
        _matters = [.. Enumerable.Range(0, matters).Select(_ => Guid.NewGuid())];
    }

    public Journal Journal { get; }

    public async Task OpenAll()
    {
        foreach (var part in _matters.Chunk(1_000))
            await Task.WhenAll(part.Select(id => Journal.Handle(new Envelope(Guid.NewGuid(), Staff, "contact", [id]), _ =>
                Decision.Append(id, new MatterOpened(Lines[id.GetHashCode() & 3], "Kokkola", Seal.With(id, Text))).WithKey(new NewKey(id, "none", "bench", id)))));
    }

    public async Task Write()
    {
        var id = _matters[Random.Shared.Next(_matters.Length)];
        var outcome = await Journal.Handle(new Envelope(Guid.NewGuid(), Staff, "answer", [id]), work =>
        {
            var state = work.State<MatterState>(id);
            return !state.Open
                ? throw new InvalidOperationException("The matter is not open.")
                : Decision.Append(id, new MessageWritten(Lines[state.Messages % 5], "web", "fi", 47, "Kokkola", state.Messages % 2 == 1, Seal.With(id, Text)));
        });
        if (!outcome.Accepted)
            throw new InvalidOperationException("Refused.");
    }

    /// <summary>Commands per second and times of a command, milliseconds, with so many in flight.</summary>
    public async Task<Rate> Measure(TimeSpan time, int inFlight)
    {
        var watch = Stopwatch.StartNew();
        var times = await Task.WhenAll(Enumerable.Range(0, inFlight).Select(_ => Task.Run(async () =>
        {
            var own = new List<double>(20_000);
            while (watch.Elapsed < time)
            {
                var began = watch.Elapsed;
                await Write();
                own.Add((watch.Elapsed - began).TotalMilliseconds);
            }

            return own;
        })));
        return new Rate(times.Sum(t => t.Count) / watch.Elapsed.TotalSeconds, [.. times.SelectMany(t => t)]);
    }

    public void Dispose()
    {
        Journal.Dispose();
        _database.Dispose();
    }
}

internal sealed record Rate(double PerSecond, List<double> Times)
{
    public double Percentile(double share) => Times.Order().ElementAt((int)(share * (Times.Count - 1)));
}
