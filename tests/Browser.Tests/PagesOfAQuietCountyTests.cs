using Yhteys.Access.Escalation;
using Yhteys.Web.Desk;

namespace Yhteys.Browser.Tests;

/// <summary>Pages that have nothing to show yet, and those that say that nobody answers now.</summary>
public sealed class PagesOfAQuietCountyTests(QuietCounty county, Chromium chromium) : PagesTests(county, chromium), IClassFixture<QuietCounty>
{
    private static readonly (Visit Visit, Func<Reader, string> Says)[] Quiet =
    [
        (new("/contact", Visits.Resident, "nobody answers now"), r => r.Said("emergency.closed_title")),
        (new("/worry", Visits.Resident, "nobody answers now"), r => r.Said("emergency.closed_title")),
        (new("/my-matters", Visits.Resident, "none"), r => r.Text<Cases.Texts>("My.None")),
        (new("/schedule", Visits.Manager, "no times"), r => r.Text<Booking.Texts>("Schedule.None")),
        (new("/board", Visits.Director, "no figures"), r => r.Text<Access.Texts>("Board_Empty")),
        (new("/board/forecast", Visits.Manager, "no figures"), r => r.Text<Access.Texts>("Board_Empty")),
        (new("/board/list", Visits.Manager, "nothing waits"), r => r.Text<DeskTexts>("BoardList_Empty")),
        (new("/escalations/digests", Visits.Manager, "none"), r => r.Text<EscalationTexts>("Digests_Empty")),
    ];

    public static TheoryData<string> Personas => [.. Quiet.Select(q => q.Visit.Persona).Distinct(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Personas))]
    public async Task Of_each_persona(string persona)
    {
        await using var reader = await Open();
        await reader.SignIn(persona);
        var wrong = new List<string>();
        foreach (var (visit, says) in Quiet.Where(q => q.Visit.Persona == persona))
        {
            wrong.AddRange((await Look(reader, visit, sendsForms: false)).Select(what => $"{visit}: {what}"));
            if (!(await reader.Page.Locator("main").InnerTextAsync()).Contains(says(reader), StringComparison.Ordinal))
                wrong.Add($"{visit}: does not say {says(reader)}");
        }

        wrong.AddRange(reader.Complaints);
        wrong.ShouldBeEmpty();
    }
}
