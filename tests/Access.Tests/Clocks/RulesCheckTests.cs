using Microsoft.Extensions.DependencyInjection;
using Yhteys.Access.Clocks;
using Yhteys.Calendar;
using Yhteys.Content;

namespace Yhteys.Access.Tests.Clocks;

public class RulesCheckTests
{
    private static readonly IContentCheck Check = new ServiceCollection().AddClockContentChecks().BuildServiceProvider()
        .GetServices<IContentCheck>().Single(check => check.Kind == ContentKinds.Rules);

    [Fact]
    public void The_content_check_finds_nothing_in_the_countys_rules() => Check.Check(Files(json => json), null!).ShouldBeEmpty();

    [Fact]
    public void The_content_check_finds_what_a_schema_cannot_say()
    {
        var files = Files(json => json.Replace("\"to\": \"2024-10-31\"", "\"to\": \"2024-10-15\"", StringComparison.Ordinal));

        var problem = Check.Check(files, null!).Where(found => found.Reason.StartsWith("There is a gap after THL51B-4M,", StringComparison.Ordinal)).ShouldHaveSingleItem();
        (problem.File, Given.RuleAt(files.Single(f => f.Path == problem.File).Json, problem.Line)).ShouldBe(("oral-health.json", "THL51B-3M-2024"));
    }

    [Fact]
    public void Promises_are_not_blamed_for_what_is_wrong_in_the_rules()
    {
        var promises = Given.Files.Where(file => file.Json.Contains("\"promises\":", StringComparison.Ordinal)).Select(file => new ContentFile(ContentKinds.Promises, file.File, file.Json, "")).ToArray();
        var check = new ServiceCollection().AddClockContentChecks().BuildServiceProvider().GetServices<IContentCheck>().Single(check => check.Kind == ContentKinds.Promises);

        check.Check(promises, new ContentStore().Current).ShouldBeEmpty();
    }

    [Fact]
    public void A_law_in_use_with_a_fault_that_only_keeps_it_from_being_taken_is_worked_with()
    {
        var folder = new ContentStore();
        folder.Load();
        var used = folder.Current.Files(ContentKinds.Rules)
            .Select(f => new ContentText(f.Path, f.Json.Replace("\"n\": 3, \"unit\": \"weeks\"", "\"n\": 3, \"unit\": \"same_day\"", StringComparison.Ordinal))).ToList();
        var taken = new ContentTakenIntoUse(ContentKinds.Rules, 1, "of-then", used);
        var checks = new ServiceCollection().AddClockContentChecks().BuildServiceProvider().GetServices<IContentCheck>();

        var store = new ContentStore(checks: checks, taken: kind => kind == ContentKinds.Rules ? [taken] : []);
        store.Load();

        RuleSet.Of(store.Current).Find("THL51C-START")!.Starts[0].Unit.ShouldBe(TimeUnit.SameDay);
        // It can't be taken anew, however often it is asked.
        for (var i = 0; i < 2; i++)
        {
            var problem = store.With(new Dictionary<string, IReadOnlyList<ContentFile>>(StringComparer.Ordinal) { [ContentKinds.Rules] = taken.ToFiles() })
                .Problems.First(found => found.OfTaking && found.Reason.StartsWith("No number goes with", StringComparison.Ordinal));
            problem.File.ShouldBe("rules/specialised-care.json");
            Given.RuleAt(used.Single(f => f.Path == problem.File).Json, problem.Line).ShouldBe("THL51C-START");
        }
    }

    private static ContentFile[] Files(Func<string, string> changed) =>
    [
        .. Given.Files.Where(file => file.Json.Contains("\"rules\":", StringComparison.Ordinal))
            .Select(file => new ContentFile(ContentKinds.Rules, file.File, changed(file.Json), "")),
    ];
}
