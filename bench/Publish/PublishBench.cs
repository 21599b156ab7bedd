using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Yhteys.Access.Cli;
using Yhteys.Access.Publish;
using Yhteys.Access.Publish.Count;
using Yhteys.Access.Publish.Plan;
using ClockRow = Yhteys.Access.Views.ClockRow;

namespace Yhteys.Bench.Publish;

/// <summary>How long it takes to count, protect and publish a month of a large county.</summary>
internal static class PublishBench
{
    private const int Rounds = 5;

    public static async Task<int> Run(BenchSettings settings)
    {
        var report = new Report("Publication of a month", "dotnet run -c Release --project bench -- publish");
        report.Load("before");
        await EachEngine.Run(settings, place => On(place, settings, report));
        report.Load("after");
        if (settings.Save)
            report.Save("bench/results/publication.md");
        return 0;
    }

    private static async Task On(Place place, BenchSettings settings, Report report)
    {
        var (engine, watch) = (place.Engine, Stopwatch.StartNew());
        await CountyOfClocks.Make(place, settings.Events);
        using var county = new CountyOfClocks(place);
        var clocks = county.Journal.Query<long>(v => $"select count(*) from {v.Table<ClockRow>()}")[0];
        report.Note($"{engine}: {county.Journal.Head.Position:N0} events, {clocks:N0} clock rows, {CountyOfClocks.Units} units, made in a process of its own in {watch.Elapsed.TotalSeconds:0} s.");

        var (period, rules) = (ReportingPeriod.Parse("2026-10")!.Value, county.Services.GetRequiredService<PlanInForce>().Plan.For(ReportingPeriod.Parse("2026-10")!.Value)
            .SelectMany(p => p.Tables).SelectMany(t => t.Rules).ToHashSet(StringComparer.Ordinal));
        await Preview(county, "2026-09");
        var (counts, previews) = (new List<Took>(), new List<Took>());
        for (var round = 0; round < Rounds; round++)
        {
            counts.Add(await Time(() => county.Services.GetRequiredService<CountQuery>().Of(period, rules)));
            previews.Add(await Time(() => Preview(county, "2026-10")));
        }

        var answer = await Preview(county, "2026-10");
        report.Row($"{engine}: count a month, one statement over all clocks", Say(counts));
        report.Row($"{engine}: preview of a month: count, tables, small counts", Say(previews), $"{answer.Shown:N0} figures shown, {answer.Hidden:N0} hidden", Second, Middle(previews).Wall);
        var published = await Time(() => Publish(county, "2026-10", null));
        report.Row($"{engine}: publish a month, from command to committed", Say([published]), "", Second, published.Wall);
        await county.Write(settings.Events / 100);
        await county.Journal.CaughtUp();
        report.Row($"{engine}: publish a correction (the journal is folded up to the first version)", Say([await Time(() => Publish(county, "2026-10", "Kirjauksia tuli myöhässä."))]));
        report.Note($"{engine}: memory of the process at most {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:N0} MB.");
    }

    private static async Task<PublishedAnswer> Preview(CountyOfClocks county, string period) =>
        (await PublishCommand.Run(county.Services, period, null, preview: true)).Value ?? throw new InvalidOperationException("There is no preview.");

    private static async Task<PublishedAnswer> Publish(CountyOfClocks county, string period, string? why)
    {
        var answer = await PublishCommand.Run(county.Services, period, why, preview: false);
        return answer.Value ?? throw new InvalidOperationException(answer.Error);
    }

    private static async Task<Took> Time<T>(Func<Task<T>> work)
    {
        var (watch, before) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
        await work();
        return new(watch.Elapsed.TotalSeconds, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds);
    }

    private static Limit Second => Limit.Below(2, null, "s");

    private static Took Middle(IReadOnlyList<Took> took) => took.OrderBy(t => t.Wall).ElementAt(took.Count / 2);

    private static string Say(IReadOnlyList<Took> took)
    {
        var middle = Middle(took);
        return $"{middle.Wall:0.00} s ({middle.Processor:0.00} s of this process)";
    }

    /// <summary>Time by the clock, which others on the machine lengthen, and time of the processor.</summary>
    private sealed record Took(double Wall, double Processor);
}
