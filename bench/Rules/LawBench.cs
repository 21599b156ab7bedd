using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Yhteys.Access.Board;
using Yhteys.Access.Clocks;
using Yhteys.Access.DraftLaw;
using Yhteys.Access.TakeLaw;
using Yhteys.Access.TryLaw;
using Yhteys.Bench.Http;
using Yhteys.Bench.Publish;
using Yhteys.Content;
using Yhteys.Kernel;
using ClockFileRow = Yhteys.Access.Views.ClockFileRow;

namespace Yhteys.Bench.Rules;

/// <summary>
/// Another law over all history: every matter computed under both laws and compared, and the other one taken into use while commands and
/// the board go on.
/// </summary>
internal static class LawBench
{
    private const int Rounds = 3;

    public static async Task<int> Run(BenchSettings settings)
    {
        var report = new Report("Another law over all history", $"dotnet run -c Release --project bench -- law --matters {settings.Matters}");
        report.Load("before");
        await EachEngine.Run(settings, place => On(place, settings, report));
        report.Load("after");
        if (settings.Save)
            report.Save("bench/results/law.md");
        return 0;
    }

    private static async Task On(Place place, BenchSettings settings, Report report)
    {
        var (engine, watch) = (place.Engine, Stopwatch.StartNew());
        await CountyOfClocks.Make(place, settings.Matters * 2);
        using var county = new CountyOfClocks(place);
        var (services, journal) = (county.Services, county.Journal);
        var matters = journal.Query<long>(v => $"select count(*) from {v.Table<ClockFileRow>()}")[0];
        var inForce = services.GetRequiredService<RulesInForce>();
        report.Note($"{engine}: {matters:N0} matters of {journal.Head.Position:N0} events, {inForce.Rules.All.Count} rules, made in a process of its own in {watch.Elapsed.TotalSeconds:0} s.");

        var other = services.GetRequiredService<DraftLaws>().With([SevenDays()]).Next!;
        var tried = new List<TrialResult>();
        for (var round = 0; round < Rounds; round++)
            tried.Add(await LawTrial.Run(journal, inForce.Current, Law.Of(other), TrialQuestion.LastQuarter(CountyOfClocks.Today)));
        var seconds = tried.Select(t => t.Took.TotalSeconds).Order().ElementAt(Rounds / 2);
        report.Row(
            $"{engine}: all matters under all rules of two laws, compared", string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0} s"),
            $"{tried[0].Clocks:N0} clocks, {tried[0].Rules.Count} rules change", Limit.Below(10, null, "s"), seconds);

        using var stop = new CancellationTokenSource();
        var (board, commands) = (new Times(), new Times());
        var working = Task.Run(() => Work(county, board, commands, stop.Token));
        watch.Restart();
        var taking = services.GetRequiredService<LawTaking>();
        var content = services.GetRequiredService<ContentStore>();
        var outcome = await taking.Take(new(Guid.NewGuid(), Actor.System, "bench", []), content.Current, other, "Bench.");
        var took = watch.Elapsed.TotalSeconds;
        await stop.CancelAsync();
        await working;
        if (!outcome.Accepted)
            throw new InvalidOperationException($"Not taken: {outcome}");
        report.Row($"{engine}: taken into use while commands and the board go on", string.Create(CultureInfo.InvariantCulture, $"{took:0.0} s"), "", Limit.Below(30, null, "s"), took);
        report.Row($"{engine}: commands meanwhile", $"{commands.All}", "");
        report.Row($"{engine}: the board meanwhile", $"{board.All}", "");
        var memory = Process.GetCurrentProcess().PeakWorkingSet64 / 1e6;
        report.Row($"{engine}: memory of the process at most", $"{memory:N0} MB", "", Limit.Below(2000, null, "MB"), memory);
    }

    private static async Task Work(CountyOfClocks county, Times board, Times commands, CancellationToken stop)
    {
        var (now, live) = (county.Services.GetRequiredService<AccessBoard>(), new BoardMoment(default, BoardKnowledge.Live));
        var random = new Random(2);
        while (!stop.IsCancellationRequested)
        {
            var began = Stopwatch.GetTimestamp();
            await county.Matter(random);
            commands.Add("command", Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            began = Stopwatch.GetTimestamp();
            now.Totals(live);
            board.Add("board", Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            await Task.Delay(10, CancellationToken.None);
        }
    }

    // Adults get to care in seven days, as the young do.
    private static ContentText SevenDays()
    {
        const string path = "rules/primary-care.json";
        var file = JsonNode.Parse(File.ReadAllText(Path.Combine("content", path)))!;
        var rules = (file as JsonArray ?? file["rules"]!.AsArray()).Select(r => r!.AsObject());
        var start = rules.Single(r => r["id"]!.GetValue<string>() == "THL51A-ADULT")["starts"]![0]!;
        (start["n"], start["unit"]) = (7, "days");
        return new(path, file.ToJsonString());
    }
}
