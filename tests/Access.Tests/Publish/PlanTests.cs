using Microsoft.Extensions.DependencyInjection;
using Yhteys.Access.Clocks;
using Yhteys.Access.Publish;
using Yhteys.Access.Publish.Plan;
using Yhteys.Content;
using Yhteys.Testing;

namespace Yhteys.Access.Tests.Publish;

public sealed class PlanTests
{
    private static readonly ContentStore Store = Loaded();
    private static readonly IContentCheck Check = new ServiceCollection().AddAccess().BuildServiceProvider().GetServices<IContentCheck>().Single(c => c.Kind == ContentKinds.Publications);

    [Fact]
    public void The_countys_plan_is_sound_and_keeps_every_duty()
    {
        Check.Check(Store.Current.Files(ContentKinds.Publications), Store.Current).ShouldBeEmpty();
        var plan = PlanReader.Of(Store.Current);
        plan.Settings.HideUpTo.ShouldBe(4);
        plan.Kinds.ShouldBe([PublicationPeriod.Monthly, PublicationPeriod.EveryFourMonths, PublicationPeriod.HalfYearly]);
        plan.For(ReportingPeriod.Parse("2024-12")!.Value).ShouldBeEmpty();
        plan.Publications.SelectMany(p => p.Tables).ShouldAllBe(t => t.Name.Fi != t.Name.Sv && t.Name.Sv != t.Name.En);
    }

    [Theory]
    [InlineData("health.json", "\"THL53-THERAPY\"", "\"THL53-THERAPI\"", "There is no statutory rule \"THL53-THERAPI\"")]
    [InlineData("health.json", "[\"THL51B-CHECK-DENTIST\"]", "[\"THL51-HTA\"]", "The rule THL51B-CHECK-DENTIST must be published (Monthly)")]
    [InlineData("health.json", "\"id\": \"therapy\"", "\"id\": \"contact\"", "There is already a table \"contact\"")]
    [InlineData("health.json", "\"within\": [7, 14]", "\"within\": [14, 7]", "ascending order")]
    [InlineData("health.json", "\"within\": [7, 14]", "\"within\": [7, 14], \"classes\": [3]", "either shares within days or classes")]
    [InlineData("health.json", "\"classes\": [90, 180]", "\"within\": [90, 180]", "needs classes of days")]
    [InlineData("social.json", "\"from\": \"2025-01-01\",\n      \"to\": null", "\"from\": \"2025-01-01\",\n      \"to\": \"2024-01-01\"", "The last day is before the first day")]
    [InlineData("health.json", "\"Hoito {limit}, alle", "\"Hoito ajoissa, alle", "in one language and not in another")]
    [InlineData("county.json", "\"settings\"", "\"publications\": [], \"setings\"", "exactly one file")]
    public void A_fault_names_its_file_and_what_to_do(string file, string from, string to, string reason)
    {
        var files = Store.Current.Files(ContentKinds.Publications).Select(f => f.Path.EndsWith(file, StringComparison.Ordinal) ? Changed(f, from, to) : f).ToList();
        var problem = Check.Check(files, Store.Current).Where(p => p.Reason.Contains(reason)).ToList();

        problem.ShouldNotBeEmpty();
        problem[0].File.ShouldStartWith("publications/");
    }

    [Fact]
    public void A_rule_that_no_table_names_is_in_the_tables_of_the_rules_whose_place_it_took()
    {
        var rules = RuleSet.Of(Store.Current);
        ClockRule Heir(string of, string id) => rules.Find(of)! with { Id = id, Replaces = [of] };
        var next = new RuleSet([.. rules.All, Heir("THL52-CARE", "CARE-2"), Heir("THL52-CARE", "CARE-3") with { Replaces = ["CARE-2"] }], "next");

        var plan = TableRules.Complete(PlanReader.Of(Store.Current).Publications, next);

        foreach (var table in plan.SelectMany(p => p.Tables))
            table.Rules.Except(["CARE-2", "CARE-3"]).ShouldBe(PlanReader.Of(Store.Current).Publications.SelectMany(p => p.Tables).Single(t => t.Id == table.Id).Rules, table.Id);
        plan.SelectMany(p => p.Tables).Where(t => t.Rules.Contains("CARE-3")).Select(t => t.Id).ShouldBe(["waiting", "care-started"]);
        plan.SelectMany(p => p.Tables).Single(t => t.Id == "waiting").Rules.ShouldBe(["THL52-CARE", "CARE-2", "CARE-3"]);
    }

    [Theory]
    [InlineData("2026-03", "Hoito 3 kuukaudessa, 23 vuotta täyttäneet", "Vård inom 3 månader, personer som fyllt 23 år", "Care within 3 months, people of 23 and over")]
    [InlineData("2026-10", "Hoito 3 kuukaudessa tai 7 vuorokaudessa, 23 vuotta täyttäneet", "Vård inom 3 månader eller inom 7 dygn, personer som fyllt 23 år", "Care within 3 months or within 7 days, people of 23 and over")]
    [InlineData("2026-11", "Hoito 7 vuorokaudessa, 23 vuotta täyttäneet", "Vård inom 7 dygn, personer som fyllt 23 år", "Care within 7 days, people of 23 and over")]
    public void A_table_is_named_by_the_limits_in_force_in_its_period(string code, string fi, string sv, string en)
    {
        var rules = RuleSet.Of(Store.Current);
        var old = rules.Find("THL51A-ADULT")!;
        var heir = old with { Id = "ADULT-7", From = new(2026, 10, 15), Replaces = [old.Id], Starts = [old.Starts[0] with { N = 7, Unit = Yhteys.Calendar.TimeUnit.Days }] };
        var next = new RuleSet([.. rules.All.Select(rule => rule == old ? old with { To = new(2026, 10, 14) } : rule), heir], "next");
        var table = TableRules.Complete(PlanReader.Of(Store.Current).Publications, next).SelectMany(p => p.Tables).Single(t => t.Id == "care-adults");
        var period = ReportingPeriod.Parse(code)!.Value;

        TableNames.Of(table, next, period.First, period.Last).ShouldBe(new LocalText(fi, sv, en));
    }

    [Fact]
    public void Every_table_that_says_its_limit_has_one_and_no_name_keeps_the_sign()
    {
        var (plan, rules) = (PlanReader.Of(Store.Current), RuleSet.Of(Store.Current));
        var tables = plan.Publications.SelectMany(p => p.Tables).ToList();
        var names = tables.ConvertAll(t => TableNames.Of(t, rules, new(2026, 3, 1), new(2026, 3, 31)));

        names.ShouldAllBe(n => !$"{n.Fi}{n.Sv}{n.En}".Contains('{'));
        tables.Count(t => t.Name.Fi.Contains(TableNames.Limit)).ShouldBeGreaterThan(15);
        names.ShouldNotContain(n => n.Fi.Contains(" tai ") && !n.Fi.Contains("3 tai 4"), "today each of them has one limit");
        names[0].ShouldBe(new("Yhteys ja hoidon tarpeen arvio samana päivänä", "Kontakt och bedömning av vårdbehovet samma dag", "Contact and assessment of need on the same day"));
    }

    [Fact]
    public void A_rule_that_is_not_to_be_published_is_not_counted_in_the_table_of_the_rule_before_it() =>
        TableRules.Complete(PlanReader.Of(Store.Current).Publications, RuleSet.Of(Store.Current)).SelectMany(p => p.Tables).SelectMany(table => table.Rules).ShouldNotContain("OHL17-CONTACT");

    [Fact]
    public void A_table_of_an_age_counts_no_rule_of_all_ages()
    {
        var rules = RuleSet.Of(Store.Current);
        foreach (var table in PlanReader.Of(Store.Current).Publications.SelectMany(p => p.Tables).Where(t => t.Id.Contains("under-23") || t.Id.EndsWith("adults", StringComparison.Ordinal)))
            table.Rules.Select(id => rules.Find(id)!.Conditions).ShouldAllBe(c => table.Id.Contains("under-23") ? c.Under == 23 : c.AtLeast == 23, table.Id);
    }

    [Fact]
    public void A_rule_that_ends_without_another_in_its_place_is_warned_of_and_not_refused()
    {
        var (next, problems) = Store.With(Only(ContentKinds.Rules, "therapy-guarantee.json", "\"from\": \"2025-05-01\"", "\"from\": \"2025-05-01\", \"to\": \"2026-12-31\""));
        problems.ShouldBeEmpty();
        Check.Check(next!.Files(ContentKinds.Publications), next).ShouldBeEmpty();

        var warning = Check.Warnings(next, Store.Current).ShouldHaveSingleItem();

        (warning.File, warning.Path).ShouldBe(("publications/health.json", "$.publications.access-monthly.therapy"));
        next.Files(ContentKinds.Publications).Single(f => f.Path == warning.File).Json.Split('\n')[warning.Line - 1].ShouldContain("\"therapy\"");
        warning.In("en").ShouldBe("The rule THL53-THERAPY ends on 2026-12-31 and no rule takes its place: what begins after that is not published in \"Therapy guarantee within 28 days, people under 23\".");
        warning.In("fi").ShouldContain("päättyy 31.12.2026, eikä mikään sääntö tule sen tilalle");
        Check.Warnings(Store.Current, Store.Current).ShouldBeEmpty();
    }

    [Fact]
    public void A_table_that_is_taken_out_of_the_plan_in_use_is_warned_of()
    {
        var (next, problems) = Store.With(Only(ContentKinds.Publications, "health.json", "\"id\": \"waiting\",\n          \"kind\": \"waiting\"", "\"id\": \"waiting-2\",\n          \"kind\": \"events\""));
        problems.ShouldBeEmpty();
        Check.Check(next!.Files(ContentKinds.Publications), next).ShouldBeEmpty("every rule is in a table still");

        Check.Warnings(next, Store.Current).ShouldHaveSingleItem().In("en").ShouldBe(
            "The table \"Specialised care: people waiting for care\" (waiting) is in use, and this plan publishes it no more: put it back if that is not meant.");
        Check.Warnings(next, new ContentStore(Repository.PathOf("content")).Current).ShouldBeEmpty("nobody knows what is in use");
    }

    [Fact]
    public void A_table_whose_rules_another_goes_on_with_is_not_warned_of()
    {
        var (next, problems) = Store.With(Only(ContentKinds.Publications, "health.json", "\"id\": \"waiting\"", "\"id\": \"waiting-2\""));
        problems.ShouldBeEmpty();

        Check.Warnings(next!, Store.Current).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("specialised", "(waiting) is in use, and by this plan its first day is only 2030-01-01: let a table have its rules until then")]
    [InlineData("another", "(waiting) is in use, and this plan publishes it no more")]
    public void A_table_that_begins_only_later_is_warned_of_under_its_own_name_and_another(string name, string sentence)
    {
        const string begins = "\"id\": \"specialised\",\n      \"every\": \"every_four_months\",\n      \"from\": \"2025-01-01\"";
        var files = Only(ContentKinds.Publications, "health.json", begins, begins.Replace("2025", "2030", StringComparison.Ordinal));
        if (name == "another")
            files[ContentKinds.Publications] = [.. files[ContentKinds.Publications].Select(f => f.Path.EndsWith("health.json", StringComparison.Ordinal) ? First(f, "\"id\": \"waiting\"", "\"id\": \"waiting-new\"") : f)];
        var (next, problems) = Store.With(files);
        problems.ShouldBeEmpty();

        Check.Warnings(next!, Store.Current).Select(w => w.Reason).ShouldContain(reason => reason.Contains(sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void A_table_of_rules_that_have_ended_may_go()
    {
        var json = Store.Current.Files(ContentKinds.Publications).Single(f => f.Path.EndsWith("health.json", StringComparison.Ordinal)).Json;
        var table = System.Text.RegularExpressions.Regex.Match(json, "\\{\\s*\"id\": \"care-14-days-earlier\"(.|\n)*?(?=\\{\\s*\"id\": \"care-3-months-earlier\")", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Value;
        var rules = RuleSet.Of(Store.Current);
        PlanReader.Of(Store.Current).Publications.SelectMany(p => p.Tables).Single(t => t.Id == "care-14-days-earlier").Rules.ShouldAllBe(id => rules.Find(id)!.To != null);
        var (next, problems) = Store.With(Only(ContentKinds.Publications, "health.json", table, ""));
        problems.ShouldBeEmpty();

        Check.Warnings(next!, Store.Current).ShouldBeEmpty();
    }

    [Fact]
    public void An_end_that_is_ahead_is_warned_of_with_its_day()
    {
        var (next, problems) = Store.With(Only(ContentKinds.Publications, "health.json", "\"every\": \"every_four_months\",\n      \"from\": \"2025-01-01\",\n      \"to\": null", "\"every\": \"every_four_months\",\n      \"from\": \"2025-01-01\",\n      \"to\": \"2027-12-31\""));
        problems.ShouldBeEmpty();

        var warnings = Check.Warnings(next!, Store.Current);

        warnings.Select(w => w.In("en")).ShouldContain(
            "The table \"Specialised care: people waiting for care\" (waiting) is in use, and by this plan its last day is 2027-12-31: let a table go on with its rules after that, if it is not meant to end.");
        warnings.First(w => w.Path == "$.publications.waiting").In("fi").ShouldContain("viimeinen päivä on 31.12.2027");
    }

    private static Dictionary<string, IReadOnlyList<ContentFile>> Only(string kind, string file, string from, string to) => new(StringComparer.Ordinal)
    {
        [kind] = [.. Store.Current.Files(kind).Select(f => f.Path.EndsWith(file, StringComparison.Ordinal) ? First(f, from, to) : f)],
    };

    private static ContentFile First(ContentFile file, string from, string to)
    {
        var at = file.Json.IndexOf(from, StringComparison.Ordinal);
        at.ShouldBeGreaterThan(0);
        return ContentFile.Of(file.Kind, file.Path, file.Json[..at] + to + file.Json[(at + from.Length)..]);
    }

    [Fact]
    public void A_new_rule_waits_in_the_folder_together_with_its_table()
    {
        var root = Directory.CreateTempSubdirectory("yhteys-test-").FullName;
        foreach (var path in Directory.EnumerateFiles(Store.Root, "*.json", SearchOption.AllDirectories))
        {
            var to = Path.Combine(root, Path.GetRelativePath(Store.Root, path));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(path, to);
        }

        try
        {
            var store = new ServiceCollection().AddContent(root).AddClockContentChecks().AddSingleton(Check).BuildServiceProvider().GetRequiredService<ContentStore>();
            store.Load().ShouldBeEmpty();
            var rules = (IReadOnlyList<ContentFile>)[.. store.Current.Files(ContentKinds.Rules).Select(f => Renamed(f, "THL51B-CHECK-DENTIST", "THL51B-CHECKED"))];
            var changed = new Dictionary<string, IReadOnlyList<ContentFile>>(StringComparer.Ordinal) { [ContentKinds.Rules] = rules };
            store.With(changed).Next.ShouldBeNull();

            var file = store.Current.Files(ContentKinds.Publications).Single(f => f.Path.EndsWith("health.json", StringComparison.Ordinal));
            File.WriteAllText(Path.Combine(root, file.Path), Renamed(file, "THL51B-CHECK-DENTIST", "THL51B-CHECKED").Json);
            var (next, problems) = store.With(changed);

            problems.ShouldBeEmpty();
            store.Use(next!);
            PlanReader.Of(store.Current).Publications.SelectMany(p => p.Tables).Single(t => t.Id == "dentist-after-check").Rules.ShouldBe(["THL51B-CHECKED"]);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static ContentFile Renamed(ContentFile file, string from, string to) =>
        ContentFile.Of(file.Kind, file.Path, file.Json.Replace($"\"{from}\"", $"\"{to}\"", StringComparison.Ordinal));

    private static ContentFile Changed(ContentFile file, string from, string to)
    {
        file.Json.ShouldContain(from);
        return file with { Json = file.Json.Replace(from, to, StringComparison.Ordinal) };
    }

    private static ContentStore Loaded()
    {
        var store = new ContentStore(Repository.PathOf("content"));
        store.Load().ShouldBeEmpty();
        return store;
    }
}
