using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Yhteys.Access.Board;
using Yhteys.Access.Clocks;
using Yhteys.Access.DraftLaw;
using Yhteys.Access.TakeLaw;
using Yhteys.Access.TryLaw;
using Yhteys.Bench.Http;
using Yhteys.Bench.Publish;
using Yhteys.Calendar;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Kernel.Integrity;
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

        var limit = Limit.Below(30, null, "s");
        await Taken(county, engine, "a law in force since two weeks", From(county, CountyOfClocks.Today.PlusWeeks(-2), 7), report, limit);
        await Taken(county, engine, "a law that begins next year", From(county, new(2027, 1, 1), 5), report, limit);
        if (settings.Does("all-history"))
            await Taken(county, engine, "a law that changes the past of every third matter", services.GetRequiredService<DraftLaws>().With([SevenDays()]).Next!, report, limit);
        var memory = Process.GetCurrentProcess().PeakWorkingSet64 / 1e6;
        report.Row($"{engine}: memory of the process at most", $"{memory:N0} MB", "", Limit.Below(2000, null, "MB"), memory);
        if (!settings.Does("verify"))
            return;
        watch.Restart();
        var verified = services.GetRequiredService<Verifier>().Run();
        report.Row($"{engine}: journal and views verified after the run", verified.Findings.Count == 0 ? "clean" : $"{verified.Findings.Count} findings", $"{watch.Elapsed.TotalSeconds:0} s", Limit.Below(1, null, "findings"), verified.Findings.Count);
    }

    private static async Task Taken(CountyOfClocks county, string engine, string what, ContentSnapshot other, Report report, Limit limit)
    {
        using var stop = new CancellationTokenSource();
        var (board, commands) = (new Times(), new Times());
        var working = Task.Run(() => Work(county, board, commands, stop.Token));
        var watch = Stopwatch.StartNew();
        var content = county.Services.GetRequiredService<ContentStore>();
        var outcome = await county.Services.GetRequiredService<LawTaking>().Take(new(Guid.NewGuid(), Actor.System, "bench", []), content.Current, other, "Bench.");
        var took = watch.Elapsed.TotalSeconds;
        await stop.CancelAsync();
        await working;
        if (!outcome.Accepted)
            throw new InvalidOperationException($"Not taken: {outcome}");
        report.Row($"{engine}: {what}, taken into use while commands and the board go on", string.Create(CultureInfo.InvariantCulture, $"{took:0.0} s"), "", limit, took);
        report.Row($"{engine}: commands meanwhile", $"{commands.All}, longest {commands.All.At(1):0} ms", "");
        report.Row($"{engine}: the board meanwhile", $"{board.All}, longest {board.All.At(1):0} ms", "");
    }

    // Adults get to care in so many days from a day on.
    private static ContentSnapshot From(CountyOfClocks county, LocalDate day, int days)
    {
        var content = county.Services.GetRequiredService<ContentStore>().Current;
        var rule = Law.Of(content).Rules.All.Single(r => r.To is null && (r.Id == "THL51A-ADULT" || r.Replaces.Contains("THL51A-ADULT", StringComparer.Ordinal)));
        var edit = RuleEdit.Of(rule) with { From = day, Times = [(days, TimeUnit.Days)] };
        return county.Services.GetRequiredService<DraftLaws>().With(edit.In(content, rule)).Next!;
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
