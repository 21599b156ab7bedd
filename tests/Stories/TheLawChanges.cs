using NodaTime;
using Yhteys.Access.Cli;
using Yhteys.Access.Clocks;
using Yhteys.Access.Escalation;
using Yhteys.Assessment;
using Yhteys.Cases;
using Yhteys.Content;
using Yhteys.Demo.Population;
using Yhteys.Testing;
using Yhteys.Web.Tests;

namespace Yhteys.Stories;

/// <summary>
/// Aino waits for a doctor and has been told by when. A shorter time becomes law: it is drafted, tried and taken into use, she is told the new
/// last day and why, and what was answered before can be answered again.
/// </summary>
public abstract class TheLawChanges(string engine) : Story(engine)
{
    private const string Old = "THL51A-ADULT", New = "THL51A-ADULT-20260301", Care = "Perusterveydenhuollon kiireetön hoito, 23 vuotta täyttäneet", Why = "Esimerkki: laki 1/2026 tuli voimaan 1.3.2026.";
    private string _draft = "";
    private Guid _matter;

    [Fact]
    public async Task Is_told_from_the_first_date_to_the_new_one()
    {
        await Given_Aino_has_been_told_her_last_day();
        await When_a_manager_drafts_the_shorter_time_nothing_changes();
        await Then_trying_it_tells_whose_last_day_would_come_sooner();
        await Then_only_a_director_may_take_it_into_use_and_only_after_looking();
        await When_it_is_taken_into_use_her_clock_has_the_new_day();
        await Then_she_is_told_the_new_day_and_the_reason();
        await Then_she_is_told_it_once();
        await Then_the_old_answer_can_be_given_again();
        Then_the_journal_is_sound();
    }

    private string Path => $"/matters/{_matter}";

    private async Task Given_Aino_has_been_told_her_last_day()
    {
        Now(9, 3, 9);
        await Send("resident", await Open("resident", CasesPages.Contact), CasesPages.Contact,
            ("Danger", "no"), ("For", "me"), ("ServiceLine", "primary_care"), ("Text", "Esimerkki: olkapää on kipeä."), ("HelpWanted", "days"), ("ReplyBy", "web"));
        _matter = Happened<ContactReceived>().Matter;
        Now(9, 3, 11);
        await Send("guidance_nurse", await Open("guidance_nurse", Path), $"{Path}/assess",
            ("Urgency", "non_urgent"), ("Outcome", "appointment"), ("MedicalReason", "true"), ("GeneralMedicine", "true"));
        Happened<CareNeedAssessed>();
        await Tells();
        Happened<TimeTold>().Times.ShouldContain(new ToldTime(Old, new(2026, 6, 9), null));
        Says(await Open("resident", CasesPages.Messages(_matter)), "Palvelu kertoo", $"{Care}: viimeistään 9.6.2026.", "Kerroimme sinulle viimeisen päivän");

        // What happens meanwhile moves no day, and is no reason for a later one.
        Now(12, 3, 10);
        await Send("guidance_nurse", await Open("guidance_nurse", Path), $"{Path}/assess",
            ("Urgency", "non_urgent"), ("Outcome", "appointment"), ("MedicalReason", "true"), ("GeneralMedicine", "true"));
        Happened<CareNeedAssessed>();
        await Tells();
        Happened().ShouldNotContain(e => e is TimeTold);
    }

    private async Task When_a_manager_drafts_the_shorter_time_nothing_changes()
    {
        Now(13, 3, 9);
        var form = await Open("unit_manager", $"/rules/drafts/rule?rule={Old}");
        Says(form, $"Muuta sääntöä: {Care}", "Käytössä olevat säännöt eivät muutu.");
        form.LabelOf("From").ShouldBe("Muutos alkaa päivästä");
        await Refused("unit_manager", form, "/rules/drafts/rule", "Sääntö alkaa 1.1.2025. Anna se päivä tai myöhempi.", ("From", "31.12.2024"));
        var draft = await Send("unit_manager", form, "/rules/drafts/rule", ("Name", "14 vuorokautta aikuisille"), ("From", "1.3.2026"), ("N0", "14"), ("Unit0", "Days"),
            ("ExplanationFi", "Hoitoon pääsee 14 vuorokaudessa."), ("ExplanationSv", "Vård ges inom 14 dygn."), ("ExplanationEn", "Care is given within 14 days."));
        Says(draft, "14 vuorokautta aikuisille", "Nyt käytössä", "Luonnoksessa", New);
        _draft = Address(draft);
        Happened().Select(e => e.GetType().Name).ShouldBe(["DraftLawSaved"]);
        ClockNow(_matter, Old).ShouldBe((ClockState.Running, new LocalDate(2026, 6, 9)));
        draft.Offers($"{_draft}/take").ShouldBeFalse("a manager may try it only");
    }

    private async Task Then_trying_it_tells_whose_last_day_would_come_sooner()
    {
        await Send("unit_manager", await Open("unit_manager", _draft), $"{_draft}/try", ("From", "1.3.2026"), ("To", "13.3.2026"));
        var answer = await Until("unit_manager", $"{_draft}/try?from=2026-03-01&to=2026-03-13", page => page.Main.Contains("Myöhässä luonnoksen säännöin", StringComparison.Ordinal));
        Says(answer, "Avoimet asiat, joiden viimeinen päivä aikaistuisi", "1 asiaa, joista 0 olisi jo myöhässä.", "23.3.2026", "9.6.2026");
        ClockNow(_matter, Old).ShouldBe((ClockState.Running, new LocalDate(2026, 6, 9)));
        Happened().ShouldBeEmpty();
    }

    private async Task Then_only_a_director_may_take_it_into_use_and_only_after_looking()
    {
        Now(16, 3, 8, 30);
        var page = await Open("county_director", _draft);
        await Refused("county_director", page, $"{_draft}/take", "Katso ensin, mitä muuttuu, ja merkitse se.", ("Reason", Why));
        await Refused("county_director", page, $"{_draft}/take", "Kirjoita, miksi luonnos otetaan käyttöön.", ("Looked", "true"));
        (await (await As("unit_manager")).Post($"{_draft}/take", await Open("unit_manager", _draft), ("Reason", Why), ("Looked", "true"))).Status.ShouldBe(403);
        Happened().ShouldBeEmpty();
    }

    private async Task When_it_is_taken_into_use_her_clock_has_the_new_day()
    {
        var taking = await Send("county_director", await Open("county_director", _draft), $"{_draft}/take", ("Reason", Why), ("Looked", "true"));
        Says(await Until("county_director", Address(taking), page => !page.Main.Contains("Otetaan käyttöön", StringComparison.Ordinal)), "Luonnos on nyt käytössä.");
        var taken = Happened().OfType<ContentTakenIntoUse>().ToList();
        taken.Select(t => t.Kind).ShouldContain("rules");
        ClockNow(_matter, New).ShouldBe((ClockState.Running, new LocalDate(2026, 3, 23)));
        ClockNow(_matter, "PROMISE-CARE-7D").ShouldBe((ClockState.Running, new LocalDate(2026, 3, 16)));
        Says(await Open("guidance_nurse", Path), "ma 23.3.2026");
        var version = await Open("county_director", $"/rules/versions/rules/{taken.Single(t => t.Kind == "rules").Version}");
        Says(version, Why, "Dan Direktör");
    }

    private async Task Then_she_is_told_the_new_day_and_the_reason()
    {
        Now(16, 3, 8, 45);
        await Tells();
        var told = Happened<TimeTold>();
        (told.Why, told.Times.ShouldHaveSingleItem()).ShouldBe(("law", new ToldTime(New, new(2026, 3, 23), new(2026, 6, 9), Old)));
        var page = await Open("resident", CasesPages.Messages(_matter));
        Says(page, "Määräaika muuttui, koska määräaikoja koskevat säännöt muuttuivat.", $"{Care}: viimeistään 23.3.2026. Aiemmin kerroimme päiväksi 9.6.2026.",
            "Kerroimme sinulle, että aika muuttui", "viimeistään ma 23.3.2026");
        DoesNotSay(page, New, Old);
        Says(await Open("resident", CasesPages.Messages(_matter), "sv"), "Tidsfristen ändrades eftersom reglerna om tidsfrister ändrades.", "senast 23.3.2026. Tidigare angav vi 9.6.2026.");
    }

    private async Task Then_she_is_told_it_once()
    {
        Now(17, 3, 9);
        await Tells();
        Happened().ShouldNotContain(e => e is TimeTold);
    }

    private Task Then_the_old_answer_can_be_given_again()
    {
        foreach (var (day, rule, last) in new[] { ("2026-03-13", Old, "2026-06-09"), ("2026-03-17", New, "2026-03-23") })
        {
            // What stands behind "yhteys clock --matter … --recorded …".
            var answer = AnswerThen.Of(App.Services, day, null, _matter.ToString(), null, explain: true);
            answer.Error.ShouldBeNull();
            var row = answer.Value!.Clocks.Where(c => c.Rule == rule).ShouldHaveSingleItem();
            (row.State, row.Start, row.Strict, row.MetOn).ShouldBe(("running", "2026-03-09", last, null), day);
        }

        return Task.CompletedTask;
    }
}

public sealed class TheLawChangesOnSqlite() : TheLawChanges(Engines.Sqlite);

public sealed class TheLawChangesOnPostgres() : TheLawChanges(Engines.Postgres);
