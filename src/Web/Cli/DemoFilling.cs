using System.Diagnostics;
using NodaTime;
using Yhteys.Content;
using Yhteys.Demo;
using Yhteys.Kernel;
using Yhteys.Residents.ReadLog;
using Yhteys.Web.Host;

namespace Yhteys.Web.Cli;

/// <summary>Makes the demonstration county into an empty journal, on a ground of its own whose clock is the county's.</summary>
internal static class DemoFilling
{
    internal sealed record Filled(long Events, int Residents, int Weeks, ulong Seed, double Seconds, IReadOnlyDictionary<string, int> Refused);

    /// <returns>What was made; null when the journal holds events already, or the sentence that says why it can't be made.</returns>
    public static (Filled? Filled, string? Problem) Fill(Settings settings, DemoOptions options, Action<string> note)
    {
        if (DemoMark.IsHeld(settings))
            return (null, DemoMark.Problem(settings));
        var (isLeft, canClear) = (DemoMark.IsThere(settings), DemoMark.CanClear(settings));
        // What can be put aside is not opened: it may be damaged.
        if (!(isLeft && canClear) && HoldsEvents(settings))
            return isLeft ? (null, DemoMark.Problem(settings)) : default;

        using var mark = DemoMark.Set(settings);
        if (mark is null)
            return (null, DemoMark.Problem(settings));
        if (isLeft && canClear)
            mark.Clear(settings, note);
        var (filled, problem, isBegun) = Make(settings, options, note);
        if (filled is not null || !isBegun)
            mark.Remove();
        return (filled, problem);
    }

    private static (Filled? Filled, string? Problem, bool IsBegun) Make(Settings settings, DemoOptions options, Action<string> note)
    {
        var watch = Stopwatch.StartNew();
        var clock = DemoCounty.StartOf(options);
        using var ground = GroundAt(settings, clock);
        var journal = ground.GetRequiredService<Journal>();
        if (ground.Start(note) is { } problem)
            return (null, problem, journal.Head.Position > 0);

        note($"Making the demonstration county: {options.Residents} residents, {options.Weeks} weeks.");
        var told = Stopwatch.StartNew();
        var made = DemoCounty.Fill(journal, ground.GetRequiredService<ContentStore>(), ground.GetRequiredService<ReadLogBook>(), clock, options, (done, all) =>
        {
            if (told.Elapsed.TotalSeconds < 2 && done < all)
                return;
            told.Restart();
            note($"  {done} of {all}");
        }).GetAwaiter().GetResult();
        journal.CaughtUp().GetAwaiter().GetResult();
        return (new(made.Events, options.Residents, options.Weeks, options.Seed, Math.Round(watch.Elapsed.TotalSeconds, 1), made.Refused), null, true);
    }

    private static bool HoldsEvents(Settings settings)
    {
        if (settings.Database == "sqlite" && !File.Exists(Ground.InData(settings, "journal.db")))
            return false;
        using var ground = Ground.Lay(settings);
        return !ground.GetRequiredService<JournalReader>().IsEmpty();
    }

    private static ServiceProvider GroundAt(Settings settings, IClock clock)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(clock).AddGround(settings);
        var options = (JournalOptions)services.Last(s => s.ServiceType == typeof(JournalOptions)).ImplementationInstance!;
        return services.AddSingleton(options with { BatchSize = DemoCounty.BatchSize }).BuildServiceProvider();
    }
}
