using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Access.Escalation.Plan;
using Yhteys.Content;
using Yhteys.Testing;

namespace Yhteys.Access.Tests.Escalation;

public sealed class PlanTests
{
    private static readonly ContentStore Store = Loaded();
    private static readonly IContentCheck Check = new ServiceCollection().AddAccess().BuildServiceProvider().GetServices<IContentCheck>().Single(c => c.Kind == ContentKinds.Escalations);

    [Fact]
    public void The_countys_plan_is_sound_and_watches_every_statutory_rule_in_force()
    {
        Check.Check(Store.Current.Files(ContentKinds.Escalations), Store.Current).ShouldBeEmpty();
        var plan = Story.Ground.Plan;
        foreach (var rule in Story.Ground.Rules.Statutes.Where(r => r.IsInForceOn(new(2026, 3, 10))))
            foreach (var line in rule.Lines)
                plan.For(rule, line, new(2026, 3, 10)).ShouldNotBeNull($"{rule.Id} on {line}").Steps.ShouldAllBe(s => s.When.HoursOpen != null == rule.IsImmediate);
        plan.Rules.SelectMany(r => r.Steps.Select(s => s.Name).Prepend(r.Name)).ShouldAllBe(n => n.Fi != n.Sv && n.Sv != n.En);
    }

    [Fact]
    public void The_countys_plan_watches_every_state_that_a_plan_can_watch_on_every_line()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("content/schemas/escalation.schema.json")));
        var states = schema.RootElement.GetProperty("properties").GetProperty("escalations").GetProperty("items").GetProperty("properties").GetProperty("state").GetProperty("enum");

        // An offer that is not answered lapses by itself, and that is watched.
        foreach (var state in states.EnumerateArray().Select(s => s.GetString()!).Where(s => s != "offered"))
            foreach (var line in ClockVocabulary.ServiceLines)
                Story.Ground.Plan.For(state, line, new(2026, 3, 10)).ShouldNotBeNull($"{state} on {line}").Steps.ShouldAllBe(s => s.When.WorkingDays != null);
    }

    [Fact]
    public void A_rule_that_took_the_place_of_another_is_watched_as_that_one_was()
    {
        var rules = Story.Ground.Rules;
        ClockRule Heir(string of) => rules.Find(of)! with { Id = of + "-20261101", Replaces = [of] };
        var next = new RuleSet([.. rules.All, Heir("THL50-URGENT"), Heir("LSL26-START"), Heir("LSL26-START") with { Id = "LSL26-START-20270101", Replaces = ["LSL26-START-20261101"] }], "next");
        var (plan, day) = (EscalationReader.Of(Store.Current).Under(next), new LocalDate(2027, 3, 10));

        plan.For(next.Find("THL50-URGENT-20261101")!, "primary_care", day)!.Id.ShouldBe("at-once");
        plan.For(next.Find("LSL26-START-20270101")!, "child_welfare", day)!.Id.ShouldBe("seven-working-days");
    }

    [Fact]
    public void A_duty_at_once_that_nobody_would_be_told_of_is_a_fault()
    {
        var file = Store.Current.Files(ContentKinds.Escalations).Single();
        var changed = file with { Json = file.Json.Replace("\"THL50-URGENT\",", "", StringComparison.Ordinal) };

        changed.Json.ShouldNotBe(file.Json);
        Check.Check([changed], Store.Current).ShouldContain(p => p.Reason.StartsWith("Nobody is told of the duty THL50-URGENT"));
    }

    [Theory]
    [InlineData("\"id\": \"THL53-THERAPY\"", "2025-05-01", "weeks")] // named by its entry
    [InlineData("\"id\": \"THL52-CARE\"", "2011-05-01", "months")] // watched as one of all others
    public void A_watched_rule_that_ends_without_another_in_its_place_is_warned_of(string id, string begins, string entry)
    {
        var files = Store.Current.Files(ContentKinds.Rules).Select(file =>
            file.Json.IndexOf(id, StringComparison.Ordinal) is var at and > 0 && file.Json.IndexOf($"\"from\": \"{begins}\"", at, StringComparison.Ordinal) is var from
                ? ContentFile.Of(file.Kind, file.Path, file.Json.Insert(from, "\"to\": \"2026-12-31\", ")) : file).ToList();
        var (next, problems) = Store.With(new Dictionary<string, IReadOnlyList<ContentFile>>(StringComparer.Ordinal) { [ContentKinds.Rules] = files });
        problems.ShouldBeEmpty();

        var warning = Check.Warnings(next!, Store.Current).ShouldHaveSingleItem();

        (warning.File, warning.Path).ShouldBe(("escalations/county.json", $"$.escalations.{entry}"));
        warning.Reason.ShouldContain("ends on 2026-12-31 and no rule takes its place: of what begins after that nobody is told by");
        Check.Warnings(Store.Current, Store.Current).ShouldBeEmpty();
    }

    [Fact]
    public void An_entry_that_is_taken_out_of_the_plan_in_use_is_warned_of()
    {
        var file = Store.Current.Files(ContentKinds.Escalations).Single();
        var (next, problems) = Store.With(new Dictionary<string, IReadOnlyList<ContentFile>>(StringComparer.Ordinal)
        {
            [ContentKinds.Escalations] = [ContentFile.Of(file.Kind, file.Path, file.Json.Replace("\"lies-asked\"", "\"lies-elsewhere\"", StringComparison.Ordinal).Replace("\"state\": \"asked\",", "\"state\": \"asked\", \"lines\": [\"primary_care\"],", StringComparison.Ordinal))],
        });
        problems.ShouldBeEmpty();

        Check.Warnings(next!, Store.Current).ShouldHaveSingleItem().Reason.ShouldContain("(lies-asked) is in use, and by this plan nobody is told of it any more");
    }

    [Theory]
    [InlineData("lies-asked")] // a state
    [InlineData("same-day")] // rules by their names
    [InlineData("months")] // all other rules
    public void An_entry_that_another_goes_on_for_is_not_warned_of(string id) => Warned($"\"{id}\"", "\"elsewhere\"").ShouldBeEmpty();

    [Theory]
    [InlineData("lies-asked")]
    [InlineData("same-day")]
    [InlineData("months")]
    public void An_entry_that_begins_only_later_is_warned_of_under_its_own_name_and_another(string id)
    {
        var begins = $"\"id\": \"{id}\",\n      \"from\": \"2023-01-01\"";
        Warned(begins, begins.Replace("2023", "2030", StringComparison.Ordinal)).ShouldHaveSingleItem().Reason.ShouldContain($"({id}) is in use, and by this plan its first day is only 2030-01-01");
        Warned(begins, begins.Replace("2023", "2030", StringComparison.Ordinal).Replace(id, "elsewhere", StringComparison.Ordinal)).ShouldHaveSingleItem().Reason.ShouldContain($"({id}) is in use, and by this plan nobody is told of it any more");
    }

    [Fact]
    public void Of_an_entry_whose_rules_only_the_one_for_all_others_watches_it_is_told_by_rule()
    {
        var text = Store.Current.Files(ContentKinds.Escalations).Single().Json;
        var at = text.IndexOf("    {\n      \"id\": \"same-day\"", StringComparison.Ordinal);
        var entry = text[at..text.IndexOf("    {\n      \"id\": \"seven-working-days\"", StringComparison.Ordinal)];

        var warnings = Warned(entry, "").ToList();

        warnings.ShouldNotBeEmpty();
        warnings.ShouldAllBe(w => w.Reason.StartsWith("The entry \"On the same day\" (same-day) tells of the rule ", StringComparison.Ordinal) && w.Reason.Contains(" now, and by this plan only \"", StringComparison.Ordinal));
    }

    [Fact]
    public void A_rule_that_is_taken_off_its_entry_is_warned_of()
    {
        var warning = Warned("\"THL51-HTA\",\n        ", "").ShouldHaveSingleItem();
        warning.Path.ShouldBe("$.escalations.same-day");
        warning.Reason.ShouldStartWith("The entry \"On the same day\" (same-day) tells of the rule THL51-HTA now, and by this plan only \"");
    }

    [Fact]
    public void An_entry_whose_end_is_ahead_is_warned_of_with_its_day() =>
        Warned("\"id\": \"same-day\",\n      \"from\": \"2023-01-01\",\n      \"to\": null", "\"id\": \"same-day\",\n      \"from\": \"2023-01-01\",\n      \"to\": \"2027-12-31\"")
            .ShouldHaveSingleItem().Reason.ShouldContain("(same-day) is in use, and by this plan its last day is 2027-12-31");

    [Fact]
    public void A_rule_that_another_entry_names_instead_is_not_warned_of() =>
        Warned("\"THL51-HTA\",\n        \"OHL17-CONTACT\"\n      ]", "\"THL51-HTA\"\n      ]", "\"id\": \"next-day\"", "\"OHL17-CONTACT\"").ShouldBeEmpty();

    private static IEnumerable<ContentProblem> Warned(string from, string to, string? after = null, string? more = null)
    {
        var file = Store.Current.Files(ContentKinds.Escalations).Single();
        file.Json.ShouldContain(from);
        var json = file.Json.Replace(from, to, StringComparison.Ordinal);
        if (after is not null)
        {
            var rules = json.IndexOf("\"rules\": [", json.IndexOf(after, StringComparison.Ordinal), StringComparison.Ordinal) + "\"rules\": [".Length;
            json = json.Insert(rules, more + ", ");
        }

        var (next, problems) = Store.With(new Dictionary<string, IReadOnlyList<ContentFile>>(StringComparer.Ordinal) { [ContentKinds.Escalations] = [ContentFile.Of(file.Kind, file.Path, json)] });
        problems.ShouldBeEmpty();
        return Check.Warnings(next!, Store.Current);
    }

    [Theory]
    [InlineData("\"THL51-HTA\"", "\"THL51-HTAA\"", "There is no rule or promise \"THL51-HTAA\"", "\"THL51-HTAA\"")]
    [InlineData("\"id\": \"next-day\"", "\"id\": \"same-day\"", "There is already an entry \"same-day\"", "\"same-day\"")]
    [InlineData("\"OHL17-CONTACT\"", "\"OHL17-CONTACT\",\n        \"LSL26-START\"", "\"same-day\" watches LSL26-START at the same time", "\"seven-working-days\"")]
    [InlineData("{\"daysLeft\": 0, \"at\": \"13:00\"}", "{\"daysLeft\": 0, \"overdueDays\": 2}", "must have exactly one", "\"afternoon\"")]
    [InlineData("{\"daysLeft\": 0, \"at\": \"13:00\"}", "{\"hoursOpen\": 2}", "has a last day: count its steps in", "\"THL51-HTA\"")]
    [InlineData("{\"hoursOpen\": 4}", "{\"daysLeft\": 4}", "has no days, it is to be done at once", "\"THL50-URGENT\"")]
    [InlineData("{\"hoursOpen\": 4}", "{\"hoursOpen\": 4, \"at\": \"10:00\"}", "take \"at\" away", "\"four-hours\"")]
    [InlineData("{\"workingDays\": 7}", "{\"daysLeft\": 7}", "a state is counted in workingDays", null)]
    [InlineData("\"quiet\": {\"from\": \"20:00\"", "\"quiet\": {\"from\": \"07:00\"", "begin and end at the same time", "\"quiet\"")]
    [InlineData("\"from\": \"2023-01-01\",\n      \"to\": null", "\"from\": \"2023-01-01\",\n      \"to\": \"2022-01-01\"", "The last day is before the first day", "\"at-once\"")]
    [InlineData("\"id\": \"very-late\"", "\"id\": \"late\"", "There is already a step \"late\"", null)]
    [InlineData("\"state\": \"waiting\"", "\"state\": \"waiting\",\n      \"lines\": [\"dentistry\"]", "There is no service line \"dentistry\"", "\"dentistry\"")]
    public void A_fault_names_its_file_its_line_and_what_to_do(string from, string to, string reason, string? onLine)
    {
        var file = Store.Current.Files(ContentKinds.Escalations).Single();
        var at = file.Json.IndexOf(from, StringComparison.Ordinal);
        at.ShouldBeGreaterThan(0);
        var changed = file with { Json = file.Json[..at] + to + file.Json[(at + from.Length)..] };

        var problem = Check.Check([changed], Store.Current).Where(p => p.Reason.Contains(reason)).ToList().ShouldNotBeEmptyAnd();
        problem.File.ShouldBe("escalations/county.json");
        if (onLine is not null)
            changed.Json.Split('\n')[problem.Line - 1].ShouldContain(onLine);
    }

    [Fact]
    public void A_file_against_the_schema_keeps_the_old_version_and_names_its_line()
    {
        var copy = Directory.CreateTempSubdirectory("yhteys-escalations-").FullName;
        try
        {
            foreach (var path in Directory.EnumerateFiles(Repository.PathOf("content"), "*.json", SearchOption.AllDirectories))
            {
                var target = Path.Combine(copy, Path.GetRelativePath(Repository.PathOf("content"), path));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(path, target);
            }

            var file = Path.Combine(copy, "escalations", "county.json");
            File.WriteAllText(file, File.ReadAllText(file).Replace("\"to\": \"unit_lead\"", "\"to\": \"mayor\"", StringComparison.Ordinal));
            var problem = new ContentStore(copy).Check().Where(p => p.File == "escalations/county.json").ToList();
            problem.ShouldNotBeEmpty();
            File.ReadAllLines(file)[problem[0].Line - 1].ShouldContain("mayor");
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    private static ContentStore Loaded()
    {
        var store = new ContentStore(Repository.PathOf("content"));
        store.Load().ShouldBeEmpty();
        return store;
    }
}

internal static class ListExtensions
{
    public static T ShouldNotBeEmptyAnd<T>(this List<T> list)
    {
        list.ShouldNotBeEmpty();
        return list[0];
    }
}
