namespace Yhteys.Browser.Tests;

/// <summary>The pages of residents, of those who work with them, and of who has not signed in.</summary>
public sealed class PagesOfTheDeskTests(County county, Chromium chromium) : PagesTests(county, chromium)
{
    public static TheoryData<string> Personas => new(Visits.Personas.Except(Visits.Leaders, StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Personas))]
    public Task Of_each_persona(string persona) => LookAtAllOf(persona);

    [Fact]
    public void Every_page_has_a_visit()
    {
        var visited = Visits.All.Concat(Unlisted()).Select(v => v.Route).ToHashSet(StringComparer.Ordinal);
        Pages().Select(p => p.Route).Where(route => route.Contains('{', StringComparison.Ordinal) && !NotPages.Contains(route) && !route.StartsWith(FormsOfAMatter, StringComparison.Ordinal) && !visited.Contains(route))
            .ShouldBeEmpty("A new page needs a visit in Visits.cs; an address that shows no page is named in NotPages.");
        Visits.All.Select(v => v.Route).Except(Pages().Select(p => p.Route), StringComparer.Ordinal).ShouldBeEmpty("A visit leads to no page.");
    }
}
