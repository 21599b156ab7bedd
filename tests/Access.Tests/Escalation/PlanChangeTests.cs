using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Access.DraftLaw;
using Yhteys.Access.Escalation.Plan;
using Yhteys.Access.Escalation.Watch;
using Yhteys.Access.TakeLaw;
using Yhteys.Access.Tests.Publish;
using Yhteys.Calendar;
using Yhteys.Content;
using Yhteys.Content.TakeIntoUse;
using Yhteys.Kernel;
using Yhteys.Kernel.Integrity;
using Yhteys.Organisation;
using Yhteys.Residents;
using Yhteys.Testing;
using Yhteys.Ui;

namespace Yhteys.Access.Tests.Escalation;

/// <summary>Another plan of escalation is taken into use while the program runs.</summary>
public sealed class PlanChangeTests : IDisposable
{
    private static readonly LocalDate Today = new(2026, 4, 14);
    private readonly string _content = Scratch.Folder("yhteys-content-");

    public static TheoryData<string> EnginesOf => [Engines.Sqlite, Engines.Postgres];

    public PlanChangeTests()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("content"), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_content, Path.GetRelativePath(Repository.PathOf("content"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    [Theory, MemberData(nameof(EnginesOf))]
    public async Task A_changed_threshold_counts_at_once_on_every_node(string engine)
    {
        using var county = await County(engine);
        await county.Contact(Today);
        county.At(Today, 12);
        await county.Round().Run();
        county.Tasks().ShouldBeEmpty("By the old plan it is told at one o'clock.");
        using var other = Node(county);
        other.GetRequiredService<Journal>().Start();
        var (before, table) = (Plan(county.Services), county.Journal.Views.Table<Access.Escalation.Views.WatchRow>());

        Edit("\"at\": \"13:00\"", "\"at\": \"11:00\"");
        await Look(county.Services);

        Plan(county.Services).Hash.ShouldNotBe(before.Hash);
        Plan(other).Hash.ShouldBe(before.Hash);
        await Look(other);
        Plan(other).Hash.ShouldBe(Plan(county.Services).Hash);
        county.Journal.Views.Table<Access.Escalation.Views.WatchRow>().ShouldNotBe(table);
        await county.Round().Run();
        await county.Journal.CaughtUp();
        county.Tasks().ShouldHaveSingleItem().Step.ShouldBe("afternoon");
        Taken(county).ShouldBe(2);
        county.Services.GetRequiredService<Verifier>().Run().Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_bad_file_leaves_the_old_plan_and_the_mended_one_is_taken()
    {
        using var county = await County(Engines.Sqlite);
        var before = Plan(county.Services);

        Edit("\"at\": \"13:00\"", "\"at\": \"25:00\"");
        await Look(county.Services);
        await Look(county.Services);
        Plan(county.Services).ShouldBeSameAs(before);
        Taken(county).ShouldBe(1);

        Edit("\"at\": \"25:00\"", "\"at\": \"15:00\"");
        await Look(county.Services);
        Plan(county.Services).Find("same-day")!.Step("afternoon")!.When.At.ShouldBe(new LocalTime(15, 0));
        Edit("\"at\": \"15:00\"", "\"at\": \"13:00\"");
        await Look(county.Services);
        (Plan(county.Services).Hash, Taken(county)).ShouldBe((before.Hash, 3));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_read_does_not_hide_what_another_node_has_taken()
    {
        using var county = await County(Engines.Sqlite);
        using var other = Node(county);
        other.GetRequiredService<Journal>().Start();
        File.CreateSymbolicLink(Path.Combine(_content, "publications", "gone.json"), Path.Combine(_content, "nowhere.json"));
        Edit("\"at\": \"13:00\"", "\"at\": \"11:00\"");
        await Look(county.Services);
        Taken(county).ShouldBe(2, "The other kinds are looked at.");
        await Look(other);
        Plan(other).Hash.ShouldBe(Plan(county.Services).Hash);

        foreach (var file in Directory.EnumerateFiles(Path.Combine(_content, "escalations")))
            File.Delete(file);
        File.CreateSymbolicLink(Path.Combine(_content, "escalations", "county.json"), Path.Combine(_content, "nowhere.json"));
        await Take(other, Edited(other, "\"at\": \"11:00\"", "\"at\": \"12:00\""));
        await Look(county.Services);

        Plan(county.Services).Hash.ShouldBe(Plan(other).Hash);
        Taken(county).ShouldBe(3);
    }

    [Fact]
    public async Task Nothing_that_fails_ends_the_watch()
    {
        var check = new FailingCheck();
        using var county = await Watching.County(Engines.Sqlite, services => services.AddSingleton(StoreOf(_content)).AddSingleton<IContentCheck>(check));
        var before = Plan(county.Services);
        var watch = county.Services.GetRequiredService<LawWatch>();
        using var other = Node(county);
        other.GetRequiredService<Journal>().Start();
        await Take(other, Edited(other, "\"at\": \"13:00\"", "\"at\": \"12:00\""));
        check.Fails = true;
        Edit("\"at\": \"13:00\"", "\"at\": \"11:00\"");

        await watch.StartAsync(TestContext.Current.CancellationToken);
        for (var i = 0; i < 400 && check.Times < 2; i++)
            await Task.Delay(25, TestContext.Current.CancellationToken);
        await Task.Delay(100, TestContext.Current.CancellationToken);

        check.Times.ShouldBe(2, "Asked of the folder's plan and of the journal's.");
        watch.ExecuteTask!.IsCompleted.ShouldBeFalse();
        Plan(county.Services).ShouldBeSameAs(before);
        await watch.StopAsync(TestContext.Current.CancellationToken);
    }

    [Theory, MemberData(nameof(EnginesOf))]
    public async Task A_node_that_starts_with_an_older_folder_keeps_the_plan_in_use(string engine)
    {
        using var county = await County(engine);
        Edit("\"at\": \"13:00\"", "\"at\": \"11:00\"");
        await Look(county.Services);
        using var other = Node(county);

        other.GetRequiredService<Journal>().Start();
        var problem = (await other.GetRequiredService<ContentTaking>().Take(Actor.System)).ShouldHaveSingleItem();
        await Look(other);

        (problem.File, problem.Reason).ShouldBe(("escalations/county.json", "The files of escalations here are older than version 2, which is in use: bring that version here, or change them while the program runs."));
        Plan(other).Hash.ShouldBe(Plan(county.Services).Hash);
        other.GetRequiredService<ContentStore>().Current.HashOf(ContentKinds.Escalations).ShouldBe(Plan(other).Hash);
        other.GetRequiredService<Journal>().Views.Table<Access.Escalation.Views.WatchRow>().ShouldBe(county.Journal.Views.Table<Access.Escalation.Views.WatchRow>());
        Taken(county).ShouldBe(2);
    }

    [Fact]
    public async Task A_node_starts_with_an_unsound_or_a_new_plan_in_its_folder()
    {
        using var county = await County(Engines.Sqlite);
        Edit("\"at\": \"13:00\"", "\"at\": \"25:00\"");
        county.Test.Close();
        county.Test.Open();
        (await county.Services.GetRequiredService<ContentTaking>().Take(Actor.System)).ShouldHaveSingleItem().File.ShouldBe("escalations/county.json");
        Plan(county.Services).Find("same-day")!.Step("afternoon")!.When.At.ShouldBe(new LocalTime(13, 0));

        Edit("\"at\": \"25:00\"", "\"at\": \"11:00\"");
        county.Test.Close();
        county.Test.Open();
        (await county.Services.GetRequiredService<ContentTaking>().Take(Actor.System)).ShouldBeEmpty();
        Plan(county.Services).Find("same-day")!.Step("afternoon")!.When.At.ShouldBe(new LocalTime(11, 0));
        Taken(county).ShouldBe(2);
    }

    [Fact]
    public async Task A_change_made_while_the_program_starts_is_gone_over_to()
    {
        using var county = await County(Engines.Sqlite);
        using var starting = Started(county, _content);
        Plan(starting).Find("same-day")!.Step("afternoon")!.When.At.ShouldBe(new LocalTime(13, 0));
        Edit("\"at\": \"13:00\"", "\"at\": \"11:00\"");
        (await starting.GetRequiredService<ContentTaking>().Take(Actor.System)).ShouldBeEmpty();

        await Look(starting);

        Plan(starting).Find("same-day")!.Step("afternoon")!.When.At.ShouldBe(new LocalTime(11, 0));
    }

    [Fact]
    public async Task A_change_made_while_the_database_is_away_is_taken_when_it_is_back()
    {
        using var county = await County(Engines.Sqlite);
        Edit("\"at\": \"13:00\"", "\"at\": \"11:00\"");
        county.Test.Execute("create trigger away before insert on journal begin select raise(abort, 'away'); end");
        await Look(county.Services);
        Taken(county).ShouldBe(1);

        county.Test.Execute("drop trigger away");
        await Look(county.Services);

        Taken(county).ShouldBe(2);
        Plan(county.Services).Find("same-day")!.Step("afternoon")!.When.At.ShouldBe(new LocalTime(11, 0));
    }

    [Fact]
    public async Task A_plan_that_names_a_rule_of_a_coming_law_is_told_once_and_taken_when_the_law_is()
    {
        using var county = await County(Engines.Sqlite);
        var folder = county.Services.GetRequiredService<ContentTaking>();
        Edit("\"OHL17-CONTACT\"", "\"OHL17-CONTACT\", \"THL51A-ADULT-20260501\"");
        (await folder.TakeChanged(ContentKinds.Escalations, Actor.System)).ShouldHaveSingleItem().Reason.ShouldContain("THL51A-ADULT-20260501");
        (await folder.TakeChanged(ContentKinds.Escalations, Actor.System)).ShouldBeEmpty();
        Taken(county).ShouldBe(1);

        await Take(county.Services, SevenDays(county.Services));
        await Look(county.Services);

        Taken(county).ShouldBe(2);
        Plan(county.Services).Find("same-day")!.Rules!.ShouldContain("THL51A-ADULT-20260501");
    }

    [Theory, MemberData(nameof(EnginesOf))]
    public async Task A_law_and_a_plan_that_were_not_tried_together_are_not_both_taken(string engine)
    {
        using var county = await County(engine);
        var folder = county.Services.GetRequiredService<ContentTaking>();
        var (before, next) = (county.Services.GetRequiredService<ContentStore>().Current, SevenDays(county.Services));
        // The folder's plan is recorded; this node has not gone over to it.
        Edit("\"at\": \"13:00\"", "\"at\": \"11:00\"");
        (await folder.TakeChanged(ContentKinds.Escalations, Actor.System)).ShouldBeEmpty();

        (await Taking(county.Services, before, next)).ShouldBeOfType<Outcome.Refused>().Refusal.ShouldBeOfType<ChangedSinceOpened>();

        // The other way round: another node takes a law that this one has not seen when it tries the plan.
        await Look(county.Services);
        using var other = Node(county);
        other.GetRequiredService<Journal>().Start();
        await other.GetRequiredService<ContentTaking>().Take(Actor.System);
        await Take(other, SevenDays(other));
        Edit("\"at\": \"11:00\"", "\"at\": \"12:00\"");
        (await folder.TakeChanged(ContentKinds.Escalations, Actor.System)).ShouldBeEmpty();
        Taken(county).ShouldBe(2);

        await Look(county.Services);
        await Look(county.Services);
        Taken(county).ShouldBe(3);
        Plan(county.Services).Find("same-day")!.Step("afternoon")!.When.At.ShouldBe(new LocalTime(12, 0));
    }

    [Fact]
    public async Task A_law_without_a_rule_that_the_plan_names_is_not_sound_beside_it()
    {
        using var county = await County(Engines.Sqlite);
        var store = county.Services.GetRequiredService<ContentStore>();
        var rules = store.Current.Files(ContentKinds.Rules)
            .Select(f => ContentFile.Of(f.Kind, f.Path, f.Json.Replace("\"OHL17-CONTACT\"", "\"OHL17-CONTACTED\"", StringComparison.Ordinal))).ToList();

        var (next, problems) = store.With(new Dictionary<string, IReadOnlyList<ContentFile>>(StringComparer.Ordinal) { [ContentKinds.Rules] = rules });

        next.ShouldBeNull();
        problems.ShouldContain(p => p.File == "escalations/county.json" && p.Reason.StartsWith("There is no rule or promise \"OHL17-CONTACT\"", StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(_content, true);

    private async Task<Publishing> County(string engine) => await Watching.County(engine, services => services.AddSingleton(StoreOf(_content)));

    // The last registration counts.
    private static Func<IServiceProvider, ContentStore> StoreOf(string folder) =>
        s => new(folder, s.GetServices<IContentCheck>(), kind => ContentHistory.Taken(s.GetRequiredService<JournalReader>(), kind));

    [Theory, MemberData(nameof(EnginesOf))]
    public async Task An_older_program_neither_brings_back_the_law_before_nor_keeps_its_plan_from_the_next(string engine)
    {
        using var county = await County(engine);
        using var older = Node(county, Repository.PathOf("content"), new Refusing(ContentKinds.Rules, "THL51A-ADULT-20260501"), new Refusing(ContentKinds.Escalations, "12:00"));
        await Take(county.Services, SevenDays(county.Services));
        var law = county.Services.GetRequiredService<RulesInForce>().Current.Hash;

        older.GetRequiredService<Journal>().Start();
        (await older.GetRequiredService<ContentTaking>().Take(Actor.System)).ShouldHaveSingleItem().Reason.ShouldBe("This program does not know THL51A-ADULT-20260501.");
        await Look(older);

        older.GetRequiredService<RulesInForce>().Rules.Find("THL51A-ADULT-20260501").ShouldBeNull();
        county.Journal.Read().Count(r => r.Event is ContentTakenIntoUse { Kind: ContentKinds.Rules }).ShouldBe(2);
        await Look(county.Services);
        county.Services.GetRequiredService<RulesInForce>().Current.Hash.ShouldBe(law);

        // A law that it knows, with a plan that it does not know.
        await Take(county.Services, Edited(county.Services, [ContentKinds.Rules, ContentKinds.Escalations], text => text
            .Replace("THL51A-ADULT-20260501", "THL51A-ADULT-MAY", StringComparison.Ordinal).Replace("\"at\": \"13:00\"", "\"at\": \"12:00\"", StringComparison.Ordinal)));
        await Look(older);

        older.GetRequiredService<RulesInForce>().Current.Hash.ShouldBe(county.Services.GetRequiredService<RulesInForce>().Current.Hash);
        Plan(older).Find("same-day")!.Step("afternoon")!.When.At.ShouldBe(new LocalTime(13, 0));
        Plan(county.Services).Find("same-day")!.Step("afternoon")!.When.At.ShouldBe(new LocalTime(12, 0));
    }

    /// <summary>Another program on the same data; nobody has changed its folder.</summary>
    private static ServiceProvider Node(Publishing county) => Node(county, Repository.PathOf("content"));

    /// <summary>The same with a folder of its own, its journal started.</summary>
    private static ServiceProvider Started(Publishing county, string folder)
    {
        var node = Node(county, folder);
        node.GetRequiredService<Journal>().Start();
        return node;
    }

    private static ServiceProvider Node(Publishing county, string folder, params IContentCheck[] checks)
    {
        var services = new ServiceCollection();
        foreach (var check in checks)
            services.AddSingleton(check);
        services.AddSingleton<IClock>(county.Clock);
        services.AddLogging().AddContent(folder).AddUi().AddOrganisation()
            .AddResidents(new(new byte[32], new byte[32], () => throw new InvalidOperationException("Nobody reads here."))).AddAccess()
            .AddSingleton(new EventAssembly(typeof(Publishing).Assembly)).AddKernel(_ => county.Test.Connect(), new byte[32], county.Test.Options with { HeadFile = null });
        return services.BuildServiceProvider();
    }

    private static EscalationPlan Plan(IServiceProvider services) => services.GetRequiredService<EscalationsInForce>().Plan;

    private static Task Look(IServiceProvider services) => services.GetRequiredService<LawWatch>().LookOnce(TestContext.Current.CancellationToken);

    private static int Taken(Publishing county) =>
        county.Journal.Read().Count(r => r.Event is ContentTakenIntoUse { Kind: ContentKinds.Escalations });

    /// <summary>The law in use with another time for adults from May.</summary>
    private static ContentSnapshot SevenDays(IServiceProvider services)
    {
        var rule = services.GetRequiredService<RulesInForce>().Rules.Find("THL51A-ADULT")!;
        var edit = RuleEdit.Of(rule) with { From = new(2026, 5, 1), Times = [(7, TimeUnit.Days)] };
        var (next, problems) = services.GetRequiredService<DraftLaws>().With(edit.In(services.GetRequiredService<ContentStore>().Current, rule));
        problems.ShouldBeEmpty();
        return next!;
    }

    private static ContentSnapshot Edited(IServiceProvider services, string from, string to) =>
        Edited(services, [ContentKinds.Escalations], text => text.Replace(from, to, StringComparison.Ordinal));

    private static ContentSnapshot Edited(IServiceProvider services, IEnumerable<string> kinds, Func<string, string> edit)
    {
        var store = services.GetRequiredService<ContentStore>();
        var (next, problems) = store.With(kinds.ToDictionary(
            kind => kind, IReadOnlyList<ContentFile> (kind) => [.. store.Current.Files(kind).Select(f => ContentFile.Of(f.Kind, f.Path, edit(f.Json)))], StringComparer.Ordinal));
        problems.ShouldBeEmpty();
        return next!;
    }

    private static async Task Take(IServiceProvider services, ContentSnapshot next) =>
        (await Taking(services, services.GetRequiredService<ContentStore>().Current, next)).Accepted.ShouldBeTrue();

    private static Task<Outcome> Taking(IServiceProvider services, ContentSnapshot before, ContentSnapshot next) => services.GetRequiredService<LawTaking>().Take(
        new(Guid.NewGuid(), Actor.System, "law"), before, next, "Toinen tulkinta.", cancel: TestContext.Current.CancellationToken);

    private void Edit(string from, string to)
    {
        var file = Path.Combine(_content, "escalations", "county.json");
        var text = File.ReadAllText(file);
        text.ShouldContain(from);
        File.WriteAllText(file, text.Replace(from, to, StringComparison.Ordinal));
    }

    /// <summary>A program that knows less than the one that took the content.</summary>
    private sealed class Refusing(string kind, string unknown) : IContentCheck
    {
        public string Kind => kind;

        public IEnumerable<ContentProblem> Check(IReadOnlyList<ContentFile> files, ContentSnapshot before) =>
            files.Where(f => f.Json.Contains(unknown, StringComparison.Ordinal)).Select(f => new ContentProblem(f.Path, 1, "$", $"This program does not know {unknown}."));
    }
}
