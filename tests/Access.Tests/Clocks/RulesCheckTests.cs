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

    private static ContentFile[] Files(Func<string, string> changed) =>
    [
        .. Given.Files.Where(file => file.Json.Contains("\"rules\":", StringComparison.Ordinal))
            .Select(file => new ContentFile(ContentKinds.Rules, file.File, changed(file.Json), "")),
    ];
}
