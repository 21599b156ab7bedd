using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Assessment;
using Yhteys.Cases;
using Yhteys.Demo.Population;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Testing;
using Yhteys.Web.Tests;

namespace Yhteys.Stories;

/// <summary>
/// Göran, 82, can no longer manage at home alone. His need is assessed, decided on and met in the times of the act, he reads in Swedish why
/// and by when, the director sees it move and the auditor who did what.
/// </summary>
public abstract class ASocialMatter(string engine) : Story(engine)
{
    private const string Me = "older_resident", Counsellor = "counsellor", Words = "Exempel: jag klarar inte längre av hemmet ensam.", Note = "Esimerkki: tarvitsee apua kotiin kolmesti viikossa.";
    private Guid _matter;
    private long _open;

    [Fact]
    public async Task Is_told_from_the_contact_to_the_service()
    {
        await Given_nothing_of_his_is_open_on_the_board();
        await When_he_writes_in_Swedish_the_times_of_the_act_run();
        await When_the_guidance_centre_reads_it_and_refers_it_to_the_social_centre();
        await When_the_assessment_is_started_in_seven_working_days();
        await Then_no_step_can_be_before_the_one_that_it_follows();
        await When_it_is_completed_and_the_service_granted_and_carried_out();
        await Then_the_clocks_are_met_on_these_days();
        await Then_he_reads_in_his_language_what_the_law_promised_and_what_was_done();
        await Then_the_board_has_one_matter_less_that_waits();
        await Then_the_auditor_reads_who_did_what_but_not_what_was_written();
        Then_the_journal_is_sound();
    }

    private string Path => $"/matters/{_matter}";

    private async Task Given_nothing_of_his_is_open_on_the_board()
    {
        Now(4, 3, 13);
        var counsellor = App.Services.GetRequiredService<OrganisationQueries>().Professionals()
            .First(p => p.Roles.Any(r => r.Role == Roles.SocialWorker && r.Unit == DemoIds.Unit("guidance_centre")));
        TakesPart(Counsellor, new(counsellor.Professional, Roles.SocialWorker, DemoIds.Unit("guidance_centre"), null, counsellor.Name));
        _open = OpenOn(await Open("county_director", "/board"));
        Happened();
    }

    private async Task When_he_writes_in_Swedish_the_times_of_the_act_run()
    {
        Now(4, 3, 14);
        var receipt = await Send(Me, "sv", await Open(Me, CasesPages.Contact, "sv"), CasesPages.Contact,
            [("Danger", "no"), ("For", "me"), ("ServiceLine", "adult_social"), ("Text", Words), ("HelpWanted", "days"), ("ReplyBy", "phone")]);
        var received = Happened<ContactReceived>();
        _matter = received.Matter;
        (received.Age, received.Language, received.Register, received.Unit).ShouldBe((82, "sv", "social", DemoIds.Unit("guidance_centre")));
        // 5–6.3. and 9–13.3. are the seven working days.
        ClockNow(_matter, "SHL36-75").ShouldBe((ClockState.Running, new LocalDate(2026, 3, 13)));
        ClockNow(_matter, "SHL45-IMPL").ShouldBe((ClockState.Running, new LocalDate(2026, 6, 4)));
        Says(receipt, received.Number, "Bedömning av servicebehovet, över 75 år", "Bedömningen av servicebehovet börjar senast den sjunde vardagen efter kontakten.", "13.3.2026",
            "Du får socialservicen utan dröjsmål, senast inom tre månader", "4.6.2026", "socialvårdslagen (1301/2014) 45 §");
        await BoardSays(_open + 1);
    }

    private async Task When_the_guidance_centre_reads_it_and_refers_it_to_the_social_centre()
    {
        Now(5, 3, 9);
        // Neither health care nor a unit that he has not contacted reads it.
        (await Tries("guidance_nurse", Path)).ShouldBe(403);
        (await Tries("social_worker", Path)).ShouldBe(403);
        Says(await Open(Counsellor, "/worklist"), Matter(_matter).Number);
        var page = await Open(Counsellor, Path);
        Says(page, Words, "Göran Exempel", "Palvelutarpeen arviointi, yli 75-vuotias", "pe 13.3.2026");
        await Send(Counsellor, page, $"{Path}/refer", ("ServiceLine", "adult_social"), ("Unit", DemoIds.Unit("social_centre").ToString()), ("Text", "Esimerkki: tarvitsee arvioinnin kotona."));
        Happened<MatterReferred>().Unit.ShouldBe(DemoIds.Unit("social_centre"));
        ClockNow(_matter, "SHL36-75").ShouldBe((ClockState.Running, new LocalDate(2026, 3, 13)));
    }

    private async Task When_the_assessment_is_started_in_seven_working_days()
    {
        Now(10, 3, 10);
        Says(await Open("social_worker", "/worklist"), Matter(_matter).Number, "Göran Exempel");
        await Send("social_worker", await Open("social_worker", Path), $"{Path}/take");
        Happened<MatterTaken>();
        var form = await Open("social_worker", $"{Path}/social-start");
        Says(form, "Palvelutarpeen arviointi alkaa.");
        await Send("social_worker", form, $"{Path}/social-start");
        var started = Happened<SocialAssessmentStarted>();
        (started.Day, started.Profession, started.Licence).ShouldBe((new LocalDate(2026, 3, 10), "social_worker", "licensed"));
        ClockNow(_matter, "SHL36-75").State.ShouldBe(ClockState.Met);
        Matter(_matter).Stage.ShouldBe("assessing");
    }

    private async Task Then_no_step_can_be_before_the_one_that_it_follows()
    {
        Now(24, 3, 15);
        var form = await Open("social_worker", $"{Path}/social-complete");
        await Refused("social_worker", form, $"{Path}/social-complete", "Päivä ei voi olla ennen edellistä vaihetta.", ("HappenedAt", "9.3.2026"), ("LateReason", "not_recorded"));
        await Refused("social_worker", form, $"{Path}/social-complete", "Päivä ei voi olla ennen kuin asia tuli tietoon 4.3.2026.", ("HappenedAt", "3.3.2026"), ("LateReason", "not_recorded"));
        var early = await (await As("social_worker")).Post($"{Path}/carry-out", form);
        early.Status.ShouldBe(422);
        early.Errors().ShouldHaveSingleItem().ShouldBe("Asiassa ei ole myönteistä päätöstä, joka toimeenpannaan.");
        Happened().ShouldBeEmpty();
    }

    private async Task When_it_is_completed_and_the_service_granted_and_carried_out()
    {
        await Send("social_worker", await Open("social_worker", $"{Path}/social-complete"), $"{Path}/social-complete", ("Note", Note));
        Happened<SocialAssessmentCompleted>().Day.ShouldBe(new LocalDate(2026, 3, 24));

        Now(30, 3, 11);
        var form = await Open("social_worker", $"{Path}/decide");
        await Refused("social_worker", form, $"{Path}/decide", "Valitse, mitä päätettiin.", ("Note", Note));
        await Send("social_worker", form, $"{Path}/decide", ("Result", form.Choice("Result", "Palvelu myönnettiin")), ("Note", Note));
        Happened<DecisionMade>().Result.ShouldBe("granted");
        Matter(_matter).Stage.ShouldBe("decided");
        // What is granted is not yet given.
        ClockNow(_matter, "SHL45-IMPL").State.ShouldBe(ClockState.Running);

        Now(8, 4, 9);
        await Send("social_worker", await Open("social_worker", $"{Path}/carry-out"), $"{Path}/carry-out", ("HappenedAt", "7.4.2026"), ("LateReason", "known_later"));
        Happened<DecisionCarriedOut>().Day.ShouldBe(new LocalDate(2026, 4, 7));
        await Send("social_worker", await Open("social_worker", Path), $"{Path}/close", ("Outcome", "helped"));
        Happened<MatterClosed>().Outcome.ShouldBe("helped");
    }

    private Task Then_the_clocks_are_met_on_these_days()
    {
        var (start, done) = (Clock(_matter, "SHL36-75"), Clock(_matter, "SHL45-IMPL"));
        (start.StateOn(Today), start.Start, start.MetOn).ShouldBe((ClockState.Met, new LocalDate(2026, 3, 4), new LocalDate(2026, 3, 10)));
        (done.StateOn(Today), done.Start, done.MetOn, done.WaitedDays).ShouldBe((ClockState.Met, new LocalDate(2026, 3, 4), new LocalDate(2026, 4, 7), 34));
        return Task.CompletedTask;
    }

    private async Task Then_he_reads_in_his_language_what_the_law_promised_and_what_was_done()
    {
        var page = await Open(Me, CasesPages.Messages(_matter), "sv");
        Says(page, Words, "Bedömningen av servicebehovet började", "Ett beslut om servicen fattades: servicen beviljades", "Beslutet verkställdes",
            "Verkställande av beslut inom socialvården", "Personalbrist är inte ett skäl till längre tid.", "socialvårdslagen (1301/2014) 45 §");
        DoesNotSay(page, Note, "Sanna");
    }

    private async Task Then_the_board_has_one_matter_less_that_waits()
    {
        await BoardSays(_open);
        Says(await Open("county_director", "/board"), "Aikuisten sosiaalipalvelut");
    }

    private async Task Then_the_auditor_reads_who_did_what_but_not_what_was_written()
    {
        var form = await Open("auditor", "/audit/matter");
        var found = await (await As("auditor")).Submit(form, "/audit/matter", ("Number", Matter(_matter).Number));
        found.Status.ShouldBe(200);
        Says(found, "Yhteydenotto saapui", "Asia ohjattiin toiseen palveluun", "Palvelutarpeen arviointi alkoi", "Palvelutarpeen arviointi valmistui", "Päätös: palvelu myönnettiin",
            "Päätös toimeenpantiin", "Sanna Sosiaali", "Kokkolan sosiaaliasema", "Tieto tuli vasta myöhemmin");
        DoesNotSay(found, Words, Note, "Göran");
    }

    private async Task BoardSays(long open)
    {
        await Journal.CaughtUp();
        OpenOn(await Until("county_director", "/board", board => OpenOn(board) == open)).ShouldBe(open);
    }

    private static long OpenOn(Page board) => board.Document.QuerySelector(".stat") is null ? 0 : Number(Figure(board, "Määräaika kesken tai ylitetty"));
}

public sealed class ASocialMatterOnSqlite() : ASocialMatter(Engines.Sqlite);

public sealed class ASocialMatterOnPostgres() : ASocialMatter(Engines.Postgres);
