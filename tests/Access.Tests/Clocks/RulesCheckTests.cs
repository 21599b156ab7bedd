using Microsoft.Extensions.DependencyInjection;
using Yhteys.Access.Clocks;
using Yhteys.Content;

namespace Yhteys.Access.Tests.Clocks;

public class RulesCheckTests
{
    private static readonly IContentCheck Check = new ServiceCollection().AddClockContentChecks().BuildServiceProvider()
        .GetServices<IContentCheck>().Single(check => check.Kind == ContentKinds.Rules);

    [Fact]
    public void The_content_check_finds_nothing_in_the_countys_rules() => Check.Check(Files(json => json), null!).ShouldBeEmpty();

    [Fact]
    public void The_content_check_finds_what_a_schema_cannot_say() =>
        Check.Check(Files(json => json.Replace("\"to\": \"2024-10-31\"", "\"to\": \"2024-10-15\"", StringComparison.Ordinal)), null!)
            .ShouldContain(problem => problem.File == "oral-health.json" && problem.Reason.StartsWith("There is a gap", StringComparison.Ordinal));

    [Fact]
    public void Promises_are_not_blamed_for_what_is_wrong_in_the_rules()
    {
        var promises = Given.Files.Where(file => file.Json.Contains("\"promises\":", StringComparison.Ordinal)).Select(file => new ContentFile(ContentKinds.Promises, file.File, file.Json, "")).ToArray();
        var check = new ServiceCollection().AddClockContentChecks().BuildServiceProvider().GetServices<IContentCheck>().Single(check => check.Kind == ContentKinds.Promises);

        check.Check(promises, new ContentStore().Current).ShouldBeEmpty();
    }

    private static ContentFile[] Files(Func<string, string> changed) =>
    [
        .. Given.Files.Where(file => file.Json.Contains("\"rules\":", StringComparison.Ordinal))
            .Select(file => new ContentFile(ContentKinds.Rules, file.File, changed(file.Json), "")),
    ];
}
