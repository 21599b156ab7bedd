using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Yhteys.Cases.Views;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Residents.Care;
using Yhteys.Residents.Vault;
using Yhteys.Web.SignIn;
using Yhteys.Web.Tests.Endpoints;
using Yhteys.Web.Tests.Forms;

namespace Yhteys.Web.Tests.BadInput;

/// <summary>What everyone came to on a walk through the county, made once for a town.</summary>
internal sealed class FormsOfTown
{
    private static readonly ConditionalWeakTable<Town, Task<FormsOfTown>> Walked = [];

    public required IReadOnlyDictionary<string, IReadOnlyList<Step>> Steps { get; init; }

    public static Task<FormsOfTown> Of(Town town) => Walked.GetValue(town, t => Walk(t));

    // Lines of which a walk over the newest matters may meet none; each has recordings of its own.
    private static readonly (string Who, string Line)[] RareLines =
        [("social_worker", "social_assistance"), ("social_worker", "child_welfare"), ("public_health_nurse", "child_health_clinic"), ("school_social_worker", "student_welfare")];

    private static async Task<FormsOfTown> Walk(Town town)
    {
        await Stage.Of(town);
        await BirthIsAwaited(town);
        await UnitIsToBeClosed(town);
        await SomebodyIsNameless(town);
        var (steps, personas) = (new Dictionary<string, IReadOnlyList<Step>>(StringComparer.Ordinal), town.App.Services.GetRequiredService<Personas>());
        foreach (var who in Town.Personas.Concat(Workers.Keys))
        {
            var user = Workers.Find(who) ?? personas.Find(who)!.User;
            steps[who] = await Forms.Walk.Of(town, await town.Browser(who), ["/", .. Starts(town, user.Role), .. OfGuarded(town, user), .. OfRareLine(town, who, user), .. OfNamelessPerson(town, user)]);
        }

        return new() { Steps = steps };
    }

    // A birth is recorded where the matter did not begin with it, and of somebody whom nobody else has met: they would close it first.
    private static async Task BirthIsAwaited(Town town)
    {
        var (browser, path) = (await town.Browser("public_health_nurse"), $"/contacts/new?person={Strangers(town).Last(p => !p.NonDisclosure).Person}");
        var contact = WebForm.On(await browser.Get(path), path).First(f => f.Posts && f.Action == path);
        (await contact.Send(browser, contact.Filled("ServiceLine", "child_health_clinic"))).Status.ShouldBe(302);
    }

    // Somebody without an identity code comes to the nurse who answers.
    private static async Task SomebodyIsNameless(Town town)
    {
        const string New = "/people/new";
        var browser = await town.Browser("guidance_nurse");
        var person = WebForm.On(await browser.Get(New), New).First(f => f.Posts && f.Action == New);
        // No professional is called so, whom other forms of the walk appoint.
        var path = $"/contacts/new?person={(await person.Send(browser, [.. person.Filled("Surname", "Tuntematon").Select(f => f.Name == "GivenNames" ? (f.Name, "Nimetön") : f)])).Location!.Split('/')[^1]}";
        var contact = WebForm.On(await browser.Get(path), path).First(f => f.Posts && f.Action == path);
        (await contact.Send(browser, contact.Filled("ServiceLine", "primary_care"))).Status.ShouldBe(302);
    }

    // It has a day of its own hours; nobody works in it, so that nothing else of the county depends on it.
    private static readonly Guid Closing = new("33333333-3333-4333-8333-333333333333");

    private static Task UnitIsToBeClosed(Town town) => town.App.Journal.Handle(new(Guid.NewGuid(), Actor.System, "organisation", [Closing]), _ => Decision.Append(
        Closing,
        new UnitOpened(Closing, new("Vanha asema", "Gamla stationen", "Old station"), "health_centre", "272", ["primary_care"], false, new(2023, 1, 1)),
        new DayHoursSet(Closing, new(2026, 12, 24), []),
        new UnitClosed(Closing, new(2026, 12, 31))));

    private static IEnumerable<string> OfRareLine(Town town, string who, CurrentUser user) => RareLines.Where(r => r.Who == who).SelectMany(r => town.App.Journal.Query<MatterRow>(
        v => $"select * from {v.Table<MatterRow>()} where serviceline = @line and unit = @unit and open = @yes order by receivedat desc, number limit 12", new { line = r.Line, unit = user.Unit, yes = true }))
        .Select(m => $"/matters/{m.Matter}");

    // Whose identity is not known yet: their matters may not be among the first of a list.
    private static IEnumerable<string> OfNamelessPerson(Town town, CurrentUser user) => town.App.Journal.Query<MatterRow>(
        v => $"select * from {v.Table<MatterRow>()} where unit = @unit and open = @yes order by receivedat desc, number", new { unit = user.Unit, yes = true })
        .Where(m => user.May(Rights.MatterHandle, m.Register) && town.App.Journal.Find<PersonRow>(m.Person) is { CodeKey: null }).Take(2).Select(m => $"/matters/{m.Matter}");

    // A person is come to by a search; somebody who has a representative, so that there is one to end.
    private static IEnumerable<string> OfGuarded(Town town, CurrentUser user) => !user.May(Rights.ContactRecord) ? [] : town.App.Journal.Query<CareRelationRow>(
        v => $"select * from {v.Table<CareRelationRow>()} where unit = @unit and endedat is null order by id", new { unit = user.Unit })
        .Where(r => user.May(Rights.MatterRead, r.Register)).Select(r => town.App.Journal.Find<PersonRow>(r.Person)!)
        .Where(p => p.Representatives.Any(r => r.LastDay is null)).Take(1).Select(p => $"/people/{p.Person}/representatives");

    // No link leads to these: a person is come to by a search, also one who is not known yet, and data without a relation by the address of a matter.
    private static IEnumerable<string> Starts(Town town, string role)
    {
        var hidden = Strangers(town).First(p => p.NonDisclosure).Person;
        if (Rights.May(role, Rights.ContactRecord))
            foreach (var path in new[] { $"/people/{hidden}", "/people/new", "/notices/new" })
                yield return path;
        if (Rights.May(role, Rights.OrganisationManage))
            yield return $"/organisation/units/{Closing}";
        foreach (var register in Rights.RegistersOf(role, Rights.BreakGlass))
            yield return $"/people/{hidden}/break-glass?register={register}&back=%2Fworklist";
    }

    /// <summary>People without matters.</summary>
    private static IEnumerable<PersonRow> Strangers(Town town)
    {
        var met = town.App.Journal.Query<MatterRow>(v => $"select * from {v.Table<MatterRow>()}").Select(m => m.Person).ToHashSet();
        return town.App.Journal.Query<PersonRow>(v => $"select * from {v.Table<PersonRow>()} order by person").Where(p => !met.Contains(p.Person));
    }
}
