namespace Yhteys.Browser.Tests;

/// <summary>Of those who lead and audit, and the forms that case pages lead to.</summary>
public sealed class PagesOfLeadersTests(County county, Chromium chromium) : PagesTests(county, chromium)
{
    public static TheoryData<string> Personas => new(Visits.Leaders);

    [Theory]
    [MemberData(nameof(Personas))]
    public Task Of_each_persona(string persona) => LookAtAllOf(persona);

    /// <summary>The forms that case pages lead to, each once: what is recorded of a matter has one kind of form, filled from content.</summary>
    [Theory]
    [InlineData(Visits.Nurse)]
    [InlineData(Visits.Social)]
    public async Task Forms_that_case_pages_lead_to(string persona)
    {
        await using var reader = await Open();
        await reader.SignIn(persona);
        await reader.Go("/worklist");
        var forms = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var matter in (await Links(reader, "tbody a[href^='/matters/']")).Take(25))
        {
            await reader.Go(matter);
            foreach (var link in (await Links(reader, "main a[href^='/matters/']")).Where(l => !l.Contains('#', StringComparison.Ordinal) && l.Count(c => c == '/') > 2))
                forms.TryAdd(string.Join('/', link.Split('/', '?')[3..]), link);
        }

        forms.Count.ShouldBeGreaterThanOrEqualTo(6, string.Join(", ", forms.Keys));
        var wrong = new List<string>();
        foreach (var (form, address) in forms)
            wrong.AddRange((await Look(reader, new("/matters/{id:guid}/" + form, persona, "from a case", address))).Select(what => $"{form}: {what}"));
        wrong.AddRange(reader.Complaints);
        wrong.ShouldBeEmpty();
    }
}
