using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;
using Yhteys.Access.Clocks;
using Yhteys.Access.TakeLaw;
using Yhteys.Access.Tests.Board;
using Yhteys.Access.Views;
using Yhteys.Calendar;
using Yhteys.Content;
using Yhteys.Content.TakeIntoUse;
using Yhteys.Kernel;
using Yhteys.Kernel.Integrity;
using Yhteys.Organisation;
using Yhteys.Testing;
using Yhteys.Ui;

using County = Yhteys.Access.Tests.Board.County;

namespace Yhteys.Access.Tests.TakeLaw;

/// <summary>A county whose law changes.</summary>
internal sealed class LawCounty(string engine) : IDisposable
{
    private readonly County _county = new(engine);

    public Journal Journal => _county.Journal;

    public IServiceProvider Services => _county.Services;

    public TestJournal Test => _county.Test;

    public ContentStore Store => Services.GetRequiredService<ContentStore>();

    public Law Law => Services.GetRequiredService<RulesInForce>().Current;

    public IReadOnlyList<ClockRow> Clocks() => Journal.Query<ClockRow>(v => $"select * from {v.Table<ClockRow>()} order by id");

    /// <summary>How many versions of the clocks' tables there are: a law taken beside the one in use leaves the old ones for a while.</summary>
    public long Tables() => Test.Database.Query<long>("select count(*) from views where name = 'access_clocks'")[0];

    public Task<Guid> Matter(Guid unit, LocalDate contact, LocalDate? assessed = null, LocalDate? visit = null) => _county.Matter(unit, contact, assessed, visit);

    /// <summary>Content taken into use, and sixty matters of every kind of life, the same on each run.</summary>
    public async Task WithManyMatters()
    {
        (await Services.GetRequiredService<ContentTaking>().Take(Actor.System)).ShouldBeEmpty();
        await _county.Record(County.Open(County.North, "Pohjoinen"), County.Open(County.South, "Etelä"));
        var dice = new Random(7);
        var events = new List<IEvent>();
        for (var i = 0; i < 60; i++)
        {
            var (matter, day) = (Id(dice), County.Today.PlusDays(-dice.Next(170)));
            events.Add(new Contacted(matter, i % 3 == 0 ? County.South : County.North, day, i % 11 == 0));
            if (i % 4 == 0)
                continue;
            events.Add(new Happened(matter, "need_assessed", day = day.PlusDays(dice.Next(4))));
            if (i % 4 == 1)
                events.Add(new Happened(matter, "visit", LocalDate.Min(County.Today, day.PlusDays(dice.Next(110)))));
            else if (i % 12 == 2)
                events.Add(new Ended(matter, day.PlusDays(dice.Next(9)), ClockEndingReason.Withdrawn));
        }

        await _county.Record([.. events]);
    }

    /// <summary>The content in use with edits of one file: after a word, what stands there and what is put in its place.</summary>
    public ContentSnapshot With(string file, params string[] edits)
    {
        var (names, kind) = (file.Split(' '), ContentKinds.Of(file.Split(' ')[0])!);
        var files = Store.Current.Files(kind).Select(f => names.Contains(f.Path) ? ContentFile.Of(kind, f.Path, Edited(f.Json, names.Length == 1 ? edits : Of(f))) : f).ToList();
        var (next, problems) = Store.With(new Dictionary<string, IReadOnlyList<ContentFile>>(StringComparer.Ordinal) { [kind] = files });
        problems.ShouldBeEmpty();
        return next!;

        string[] Of(ContentFile f) => [.. edits.Chunk(3).Where(edit => f.Json.Contains($"\"id\": \"{edit[0]}\"", StringComparison.Ordinal)).SelectMany(edit => edit)];
    }

    /// <summary>The content in use with another rule in the place of one from a day on.</summary>
    public ContentSnapshot WithSuccessor(string rule, string from, int days)
    {
        var until = LocalDatePattern.Iso.Parse(from).Value.PlusDays(-1).Iso();
        var ended = With("rules/primary-care.json", rule, "\"from\": \"2025-01-01\"", $"\"from\": \"2025-01-01\", \"to\": \"{until}\"");
        var rules = ended.Files(ContentKinds.Rules).Select(f => f.Path == "rules/primary-care.json" ? Successor(f, rule, $"{rule}-NEXT", from, days, until) : f).ToList();
        var (next, problems) = Store.With(new Dictionary<string, IReadOnlyList<ContentFile>>(StringComparer.Ordinal) { [ContentKinds.Rules] = rules });
        problems.ShouldBeEmpty();
        return next!;
    }

    /// <summary>The file with a copy of a rule from a day on, in its place, with so many days.</summary>
    public static ContentFile Successor(ContentFile file, string rule, string id, string from, int days, string until = "2025-12-31")
    {
        var at = file.Json.IndexOf($"\"id\": \"{rule}\"", StringComparison.Ordinal);
        var (open, close) = (file.Json.LastIndexOf('{', at), file.Json.IndexOf("\n    }", at, StringComparison.Ordinal) + 6);
        var copy = file.Json[open..close].Replace($"\"{rule}\"", $"\"{id}\"", StringComparison.Ordinal).Replace($", \"to\": \"{until}\"", "", StringComparison.Ordinal)
            .Replace("\"from\": \"2025-01-01\"", $"\"from\": \"{from}\"", StringComparison.Ordinal).Replace("\"replaces\": [\"THL51A-14D\", \"THL51A-3M-OTHER\"]", $"\"replaces\": [\"{rule}\"]", StringComparison.Ordinal)
            .Replace("\"n\": 3, \"unit\": \"months\"", $"\"n\": {days}, \"unit\": \"days\"", StringComparison.Ordinal);
        return ContentFile.Of(file.Kind, file.Path, file.Json[..close] + ",\n    " + copy + file.Json[close..]);
    }

    public async Task<Outcome> Take(ContentSnapshot next, string reason, Actor? by = null, ContentSnapshot? before = null, Action<long, long>? progress = null)
    {
        var outcome = await Services.GetRequiredService<LawTaking>().Take(
            new(Guid.NewGuid(), by ?? Actor.System, "law"), before ?? Store.Current, next, reason, progress, TestContext.Current.CancellationToken);
        await Journal.CaughtUp();
        return outcome;
    }

    /// <summary>Another program on the same data, with a store of its own.</summary>
    public ServiceProvider Node()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IClock>(Test.Clock);
        services.AddLogging().AddContent(Repository.PathOf("content")).AddUi().AddOrganisation().AddAccess().AddSingleton(new EventAssembly(typeof(County).Assembly));
        services.AddKernel(_ => Test.Connect(), new byte[32], Test.Options with { HeadFile = null });
        return services.BuildServiceProvider();
    }

    public void Dispose() => _county.Dispose();

    private static string Edited(string json, string[] edits)
    {
        foreach (var edit in edits.Length == 3 ? [edits] : edits.Chunk(3).ToArray())
        {
            var at = json.IndexOf(edit[1], json.IndexOf($"\"{edit[0]}\"", StringComparison.Ordinal), StringComparison.Ordinal);
            at.ShouldBeGreaterThan(0, edit[1]);
            json = json[..at] + edit[2] + json[(at + edit[1].Length)..];
        }

        return json;
    }

    private static Guid Id(Random dice)
    {
        var bytes = new byte[16];
        dice.NextBytes(bytes);
        return new(bytes);
    }
}
