using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Cases;
using Yhteys.Organisation;
using Yhteys.Testing;

namespace Yhteys.Assessment.Tests.Pages;

/// <summary>The shared form: what it answers, shows, writes and changes, and when it says no.</summary>
public sealed class FactPagesTests
{
    [Fact]
    public async Task A_home_visit_is_answered_shown_folded_and_kept()
    {
        await using var host = await FactsHost.Start();
        var matter = await host.Arrived("birth-notice", "child_health_clinic", "adult", ("BornOn", "9.3.2026"), ("Flags", "first_child"));
        var form = await host.Get($"/matters/{matter}/facts/home-visit-made", "midwife");
        form.Document.QuerySelector("h1")!.TextContent.ShouldBe("Kirjaa kotikäynti");
        form.Document.QuerySelector("label[for=Note]").ShouldNotBeNull();
        form.Document.QuerySelector("#matter-person strong")!.TextContent.ShouldNotBe("–");

        var done = await host.Post($"/matters/{matter}/facts/home-visit-made", "midwife", ("Note", "Esimerkki: perhe voi hyvin."));

        done.Location.ShouldBe($"/matters/{matter}?done=2", "the page tells the step");
        (host.Row(matter).Stage, host.State(matter, "NEUV3-HOME")).ShouldBe(("attended", ClockState.Met));
        var recorded = host.Journal.Stream(matter)[^1];
        recorded.Event.ShouldBeOfType<HomeVisitMade>().Profession.ShouldBe("midwife");
        recorded.Event.ToString()!.ShouldNotContain("voi hyvin");
        host.Log.Audit(new()).ShouldContain(e => e.Screen == "matter" && e.Who == FactsHost.Staff("midwife"));
        var story = await host.Get(CasesPages.Messages(matter), "person:adult");
        story.Text.ShouldContain("Kotikäynti tehtiin");
        story.Text.ShouldContain("Tieto lapsen syntymästä saapui");
    }

    [Fact]
    public async Task A_need_is_kept_with_the_age_of_its_day()
    {
        await using var host = await FactsHost.Start();
        var matter = await host.Contact("mental_health_addiction", "youth");
        (await host.Post($"/matters/{matter}/assess", "nurse", ("Urgency", "non_urgent"), ("Outcome", "appointment"), ("MedicalReason", "true"), ("GeneralMedicine", "true"))).Status.ShouldBe(302);
        (await host.Post($"/matters/{matter}/facts/need-identified", "psychologist", ("Choice", "therapy"))).Status.ShouldBe(302);

        host.Journal.Stream(matter).Select(r => r.Event).OfType<CareNeedAssessed>().Single().Age.ShouldBe(17);
        host.Journal.Stream(matter).Select(r => r.Event).OfType<NeedIdentified>().Single().Age.ShouldBe(17);
        host.Row(matter).Clock.Facts.Single(f => f.Fact == "need_identified").Age.ShouldBe(17);
    }

    [Fact]
    public async Task An_assessment_tells_each_time_of_a_limit_that_has_two()
    {
        await using var host = await FactsHost.Start();
        var matter = await host.Contact("oral_health", "youth");
        (await host.Post($"/matters/{matter}/facts/need-identified", "dental_hygienist", ("Choice", "dentist"))).Status.ShouldBe(302);

        (await host.Get($"/matters/{matter}/assess", "dental_hygienist")).Text
            .ShouldContain("alle 23-vuotiaat: 4 viikkoa (alkaa: tarve todettu) tai 3 kuukautta (alkaa: hoidon tai palvelun tarve arvioitu)");
    }

    [Theory]
    [InlineData(null, 401)]
    [InlineData("person:adult", 403)]
    [InlineData("unit_manager", 403)]
    [InlineData("social_worker", 403)]
    [InlineData("stranger", 403)]
    public async Task Who_has_no_right_or_no_relation_is_not_let_in(string? who, int status)
    {
        await using var host = await FactsHost.Start();
        var matter = await host.Contact("primary_care");
        (await host.Get($"/matters/{matter}/facts/visit-made", who)).Status.ShouldBe(status);
        (await host.Post($"/matters/{matter}/facts/visit-made", who, ("Choice", "remote"))).Status.ShouldBe(status);
        host.Journal.Stream(matter).Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        await using var host = await FactsHost.Start();
        (await host.Get($"/matters/{Guid.NewGuid()}/facts/visit-made", "nurse")).Status.ShouldBe(404);
        var matter = await host.Contact("primary_care");
        (await host.Get($"/matters/{matter}/facts/home-visit-made", "nurse")).Status.ShouldBe(404, "the line doesn't know it");
        (await host.Post($"/matters/{matter}/facts/no-such-thing", "nurse")).Status.ShouldBe(404);
        (await host.Get($"/arrivals/new/referral/primary_care?person={FactsHost.Person("adult")}", "nurse")).Status.ShouldBe(404);
        (await host.Get($"/arrivals/new?person={Guid.NewGuid()}", "nurse")).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData("Choice", "", "Valitse yksi vaihtoehdoista.")]
    [InlineData("Choice", "telepathy", "Valitse yksi vaihtoehdoista.")]
    [InlineData("HappenedAt", "eilen", "Päivä ei ole oikea. Kirjoita se muodossa 10.3.2026.")]
    [InlineData("HappenedAt", "11.3.2026", "Päivä ei voi olla tulevaisuudessa.")]
    [InlineData("HappenedAt", "9.3.2026", "Päivä ei voi olla ennen kuin asia tuli tietoon 10.3.2026.")]
    [InlineData("By", "44444444-4444-4444-8444-444444444444", "Tämän voi kirjata vain: laillistettu ammattihenkilö, nimikesuojattu ammattihenkilö. Jos joku muu teki työn, valitse hänet.")]
    public async Task Bad_input_is_kept_and_gets_its_sentence(string field, string value, string sentence)
    {
        await using var host = await FactsHost.Start();
        var matter = await host.Contact("primary_care");
        (string, string)[] good = [("Choice", "remote"), ("LateReason", "not_recorded"), ("Note", "Soitettiin 😀")];
        var page = await host.Post($"/matters/{matter}/facts/visit-made", "nurse", [.. good.Where(f => f.Item1 != field), (field, value)]);
        page.Status.ShouldBe(422);
        page.Errors.ShouldContain(sentence);
        page.Document.QuerySelector("[name=Note]")!.TextContent.ShouldBe("Soitettiin 😀");
        page.Document.QuerySelector("[name=LateReason] [selected]")!.GetAttribute("value").ShouldBe("not_recorded");
        host.Journal.Stream(matter).Count.ShouldBe(1);
    }

    /// <summary>The pages of a step, and what they need to be otherwise complete.</summary>
    public static TheoryData<string, string, string, string, string> Steps => new()
    {
        { "assess", "primary_care", "nurse", "Urgency", "non_urgent" },
        { "social-start", "adult_social", "social_worker", "", "" },
        { "social-complete", "adult_social", "social_worker", "Note", "Esimerkki" },
        { "decide", "adult_social", "social_worker", "Result", "granted" },
        { "carry-out", "adult_social", "social_worker", "", "" },
        { "facts/urgency-judged", "adult_social", "social_worker", "Choice", "urgent" },
        { "facts/application-arrived", "social_assistance", "social_worker", "", "" },
        { "facts/conversation-requested", "social_assistance", "social_worker", "", "" },
    };

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task A_day_before_the_contact_is_refused_beside_its_field(string step, string line, string who, string field, string value)
    {
        await using var host = await FactsHost.Start();
        var matter = await host.Contact(line);
        // In their order each is possible, so that only the day is wrong.
        (string, string)[] before = step switch { "social-complete" => [("social-start", "")], "carry-out" => [("decide", "granted")], _ => [] };
        foreach (var (path, result) in before)
            (await host.Post($"/matters/{matter}/{path}", who, ("Result", result))).Status.ShouldBe(302);
        host.Clock.Advance(Duration.FromDays(2));
        var count = host.Journal.Stream(matter).Count;

        var page = await host.Post($"/matters/{matter}/{step}", who,
            [("HappenedAt", "9.3.2026"), ("LateReason", "not_recorded"), ("Outcome", "appointment"), ("MedicalReason", "true"), ("GeneralMedicine", "false"), .. field.Length > 0 ? [(field, value)] : Array.Empty<(string, string)>()]);

        page.Status.ShouldBe(422);
        page.Errors.ShouldBe(["Päivä ei voi olla ennen kuin asia tuli tietoon 10.3.2026."]);
        var day = page.Document.QuerySelector("[name=HappenedAt]")!;
        (day.GetAttribute("value"), day.GetAttribute("aria-invalid")).ShouldBe(("9.3.2026", "true"));
        host.Journal.Stream(matter).Count.ShouldBe(count);
    }

    [Fact]
    public async Task An_earlier_day_needs_its_reason()
    {
        await using var host = await FactsHost.Start();
        var matter = await host.Contact("primary_care");
        host.Clock.Advance(Duration.FromDays(2));
        var page = await host.Post($"/matters/{matter}/facts/visit-made", "nurse", ("Choice", "remote"), ("HappenedAt", "10.3.2026"));
        page.Errors.ShouldContain("Valitse, miksi kirjaat aiemman päivän tapahtuman vasta nyt.");
        page = await host.Post($"/matters/{matter}/facts/visit-made", "nurse", ("Choice", "remote"), ("HappenedAt", "10.3.2026"), ("LateReason", "Matti sairastui"));
        page.Errors.ShouldContain("Valitse, miksi kirjaat aiemman päivän tapahtuman vasta nyt.");
        (await host.Post($"/matters/{matter}/facts/visit-made", "nurse", ("Choice", "remote"), ("HappenedAt", "10.3.2026"), ("LateReason", "known_later"))).Status.ShouldBe(302);
        var recorded = host.Journal.Stream(matter)[^1];
        (((VisitMade)recorded.Event).Day, recorded.LateReason).ShouldBe((new LocalDate(2026, 3, 10), "known_later"));
    }

    [Fact]
    public async Task The_work_of_another_is_recorded_in_their_name_and_only_of_the_own_unit()
    {
        await using var host = await FactsHost.Start();
        var matter = await host.Contact("primary_care");
        (await host.Post($"/matters/{matter}/facts/visit-made", "nurse", ("Choice", "on_site"), ("By", FactsHost.Staff("stranger").ToString()))).Status.ShouldBe(422);
        (await host.Post($"/matters/{matter}/facts/visit-made", "nurse", ("Choice", "on_site"), ("By", FactsHost.Staff("physician").ToString()))).Status.ShouldBe(302);
        var recorded = host.Journal.Stream(matter)[^1];
        (((VisitMade)recorded.Event).Profession, recorded.Actor.Id).ShouldBe(("physician", FactsHost.Staff("nurse")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("eilen")]
    public async Task What_a_colleague_ticked_meanwhile_is_ticked_on_the_old_page_too_and_is_not_removed_by_it(string day)
    {
        await using var host = await FactsHost.Start();
        var matter = await host.Contact("primary_care");
        var path = $"/matters/{matter}/facts/client-facts";
        var old = await host.Get(path, "nurse");
        (await host.Post(path, "physician", [.. (await host.Get(path, "physician")).Hidden(path), ("Flags", "care_plan")])).Status.ShouldBe(302);

        var refused = await host.Post(path, "nurse", [.. old.Hidden(path), ("Flags", "certificate_only"), ("HappenedAt", day)]);

        refused.Status.ShouldBe(422);
        refused.Errors.Count(e => e.StartsWith("Joku on muuttanut tätä", StringComparison.Ordinal)).ShouldBe(1);
        refused.Errors.Count().ShouldBe(day.Length > 0 ? 2 : 1);
        refused.Ticked("Flags").ShouldBe(["certificate_only", "care_plan"]);
        (await host.Post(path, "nurse", [.. refused.Hidden(path), .. refused.Ticked("Flags").Select(f => ("Flags", f))])).Status.ShouldBe(302);
        var recorded = host.Journal.Stream(matter)[^1].Event.ShouldBeOfType<ClientFactsRecorded>();
        recorded.Added.ShouldBe(["certificate_only"]);
        recorded.Removed.ShouldBeEmpty();
    }

    [Fact]
    public async Task Boxes_that_were_all_unticked_stay_so_when_something_else_is_wrong()
    {
        await using var host = await FactsHost.Start();
        var matter = await host.Contact("primary_care");
        var path = $"/matters/{matter}/facts/client-facts";
        (await host.Post(path, "nurse", ("Flags", "care_plan"))).Status.ShouldBe(302);
        (await host.Get(path, "nurse")).Ticked("Flags").ShouldBe(["care_plan"]);

        var page = await host.Post(path, "nurse", [.. (await host.Get(path, "nurse")).Hidden(path), ("HappenedAt", "eilen")]);

        page.Status.ShouldBe(422);
        page.Ticked("Flags").ShouldBeEmpty();
        (await host.Post(path, "nurse", page.Hidden(path))).Status.ShouldBe(302);
        host.Row(matter).Clock.Subject.Reasons.ShouldNotContain("care_plan");
    }

    [Fact]
    public async Task An_old_page_is_told_of_even_when_something_else_is_wrong_in_it_and_only_once()
    {
        await using var host = await FactsHost.Start();
        var matter = await host.Contact("primary_care");
        var path = $"/matters/{matter}/assess";
        (string, string)[] good = [("Urgency", "non_urgent"), ("Outcome", "appointment"), ("MedicalReason", "true"), ("GeneralMedicine", "true")];
        var old = await host.Get(path, "nurse");
        (await host.Post($"/matters/{matter}/facts/client-facts", "physician", ("Flags", "care_plan"))).Status.ShouldBe(302);

        var refused = await host.Post(path, "nurse", [.. old.Hidden(path), .. good, ("HappenedAt", "eilen")]);

        refused.Errors.Count(e => e.StartsWith("Joku on muuttanut tätä", StringComparison.Ordinal)).ShouldBe(1);
        (await host.Post(path, "nurse", [.. refused.Hidden(path), .. good])).Status.ShouldBe(302);
    }

    [Fact]
    public async Task The_same_form_twice_is_one_event_and_another_is_refused()
    {
        await using var host = await FactsHost.Start();
        var matter = await host.Contact("student_health", "youth");
        var once = ("CommandId", Guid.NewGuid().ToString());
        (await host.Post($"/matters/{matter}/facts/contact-handled", "nurse", once)).Status.ShouldBe(302);
        (await host.Post($"/matters/{matter}/facts/contact-handled", "nurse", once)).Status.ShouldBe(302);
        host.Journal.Stream(matter).Count(r => r.Event is ContactHandled).ShouldBe(1);
        (await host.Post($"/matters/{matter}/facts/contact-handled", "nurse")).Errors.ShouldContain("Tämä on jo kirjattu. Jos kirjauksessa on virhe, korjaa se.");
    }

    [Fact]
    public async Task A_closed_matter_says_so()
    {
        await using var host = await FactsHost.Start();
        var matter = await host.Contact("primary_care");
        await host.Append(matter, new MatterClosed(matter, "helped", "health"));
        (await host.Post($"/matters/{matter}/facts/visit-made", "nurse", ("Choice", "remote"))).Status.ShouldBe(422);
        host.Journal.Stream(matter).Count.ShouldBe(2);
        // Nobody is asked to fill in what would be refused: the matter's page says that it is closed, and how it is opened again.
        foreach (var form in new[] { "facts/visit-made", "assess" })
            (await host.Get($"/matters/{matter}/{form}", "nurse")).Location.ShouldBe($"/matters/{matter}");
    }

    [Fact]
    public async Task Staff_shortage_is_refused_with_the_laws_sentence()
    {
        await using var host = await FactsHost.Start();
        var matter = await host.Arrived("referral", "primary_specialised_care");
        (await host.Post($"/matters/{matter}/assess", "physician", ("Urgency", "non_urgent"), ("Outcome", "appointment"))).Status.ShouldBe(302);
        var form = await host.Get($"/matters/{matter}/facts/limit-extended", "physician");
        form.Document.QuerySelectorAll("input[name=Rule]").Select(i => i.GetAttribute("value")).ShouldBe(["THL51C-CARE"]);
        var page = await host.Post($"/matters/{matter}/facts/limit-extended", "physician", ("Rule", "THL51C-CARE"), ("Choice", "staff_shortage"), ("Note", "Ei lääkäriä"));
        page.Errors.ShouldHaveSingleItem().ShouldContain("ei ole laissa säädetty peruste jatkaa aikaa (TervHL 51 c § 2 mom (116/2023))");
        page.Errors.ShouldHaveSingleItem().ShouldContain("TervHL 54 §");
        (await host.Get($"/matters/{matter}/facts/limit-extended", "nurse")).Status.ShouldBe(403);
    }

    [Fact]
    public async Task More_time_on_the_acts_ground_moves_the_last_day_once()
    {
        await using var host = await FactsHost.Start();
        var matter = await host.Arrived("referral", "primary_specialised_care");
        (await host.Post($"/matters/{matter}/assess", "physician", ("Urgency", "non_urgent"), ("Outcome", "appointment"))).Status.ShouldBe(302);
        host.ClockOf(matter, "THL51C-CARE").Result.Strict.ShouldBe(new LocalDate(2026, 6, 10));
        (string, string)[] form = [("Rule", "THL51C-CARE"), ("Choice", "act_ground"), ("Note", "Perusteltu lääketieteellinen syy")];

        (await host.Post($"/matters/{matter}/facts/limit-extended", "physician", form)).Status.ShouldBe(302);

        var written = host.Journal.Stream(matter).Where(r => r.Event is LimitExtended).ShouldHaveSingleItem();
        var extended = (LimitExtended)written.Event;
        (extended.Rule, extended.Day, extended.Profession, written.Actor.Id).ShouldBe(("THL51C-CARE", host.Today, "physician", FactsHost.Staff("physician")));
        host.Journal.Keys.Open(extended.Note).ShouldBe("Perusteltu lääketieteellinen syy");
        host.ClockOf(matter, "THL51C-CARE").Result.Strict.ShouldBe(new LocalDate(2026, 9, 10));
        (await host.Story(matter)).ShouldNotBeNull().ShouldContain("Kirjattiin laissa säädetty peruste lisäajalle. Viimeinen päivä näkyy määräajoissa.");
        (await host.Post($"/matters/{matter}/facts/limit-extended", "physician", form)).Errors.ShouldContain("Tämä on jo kirjattu. Jos kirjauksessa on virhe, korjaa se.");
        host.Journal.Stream(matter).Count(r => r.Event is LimitExtended).ShouldBe(1);
    }

    [Fact]
    public async Task The_time_of_a_talk_runs_by_the_calendar_of_the_school_that_is_chosen()
    {
        await using var host = await FactsHost.Start();
        await host.SchoolYear("217");
        var matter = await host.Arrived("request", "student_welfare", "youth", ("Municipality", "272"));
        host.ClockOf(matter, "OHL15-TALK").Result.Strict.ShouldBe(new LocalDate(2026, 3, 26));
        (await host.Get($"/matters/{matter}/facts/school-chosen", "social_counsellor")).Status.ShouldBe(200);

        (await host.Post($"/matters/{matter}/facts/school-chosen", "social_counsellor", ("Choice", "217"))).Status.ShouldBe(302);

        var chosen = host.Journal.Stream(matter).Select(r => r.Event).OfType<SchoolChosen>().ShouldHaveSingleItem();
        (chosen.Municipality, chosen.Day).ShouldBe(("217", host.Today));
        host.ClockOf(matter, "OHL15-TALK").Result.Strict.ShouldBe(new LocalDate(2026, 3, 19));
        (await host.Story(matter)).ShouldNotBeNull().ShouldContain("Määräaika lasketaan koulusi työpäivinä");
        (await host.Post($"/matters/{matter}/facts/school-chosen", "social_counsellor", ("Choice", "005"))).Status.ShouldBe(422);
    }

    [Fact]
    public async Task All_that_is_missing_from_the_form_for_more_time_is_told_at_once()
    {
        await using var host = await FactsHost.Start();
        var matter = await host.Arrived("referral", "primary_specialised_care");
        (await host.Post($"/matters/{matter}/assess", "physician", ("Urgency", "non_urgent"), ("Outcome", "appointment"))).Status.ShouldBe(302);
        var events = host.Journal.Stream(matter).Count;

        var page = await host.Post($"/matters/{matter}/facts/limit-extended", "physician", ("Rule", ""), ("Choice", ""), ("Note", ""));

        page.Status.ShouldBe(422);
        page.Document.QuerySelectorAll(".error-summary a").Select(a => a.GetAttribute("href")).ShouldBe(["#Rule", "#Choice", "#Note"], ignoreOrder: true);
        host.Journal.Stream(matter).Count.ShouldBe(events);
        (await host.Post($"/matters/{matter}/facts/limit-extended", "physician", ("Rule", "THL51C-CARE"), ("Choice", "staff_shortage"), ("Note", "")))
            .Errors.ShouldHaveSingleItem().ShouldContain("ei ole laissa säädetty peruste");
    }

    [Fact]
    public async Task A_referral_that_came_earlier_counts_from_its_own_day()
    {
        await using var host = await FactsHost.Start();
        var matter = await host.Arrived("referral", "specialised_care", "adult", ("HappenedAt", "7.3.2026"), ("LateReason", "known_later"));
        host.Row(matter).Clock.Facts.Single().ShouldBe(new Access.ClockFact("referral_arrived", new LocalDate(2026, 3, 7)));
        host.Row(matter).CountsOn.ShouldBe(new LocalDate(2026, 3, 9));
    }

    [Fact]
    public async Task A_pupils_request_counts_the_schools_own_days()
    {
        await using var host = await FactsHost.Start();
        var matter = await host.Arrived("request", "student_welfare", "youth", ("Municipality", "272"));
        var clock = StatutoryClocks.Compute(host.Row(matter).Clock.ToFacts(), host.Content.Rules, host.Content.Settings).Single(c => c.Rule.Id == "OHL15-TALK");
        clock.Strict.ShouldBe(new LocalDate(2026, 3, 26), "the school is closed from 16 to 20 March");
        (await host.Get($"/arrivals/new?person={FactsHost.Person("youth")}", "nurse")).Text.ShouldContain("Kirjaa oppilaan tai opiskelijan pyyntö");
    }

    [Fact]
    public async Task Another_provider_of_the_municipality_has_its_own_days()
    {
        await using var host = await FactsHost.Start();
        await host.Append(SetSchoolCalendar.StreamOf("272", "Kpedu"), new SchoolCalendarSet("272", "2025–2026", new(2025, 8, 12), new(2026, 5, 30), [], "Kpedu"));
        var matter = await host.Arrived("request", "student_welfare", "youth", ("Municipality", "272/Kpedu"));
        Strict().ShouldBe(new LocalDate(2026, 3, 19), "the college works from 16 to 20 March");

        var form = $"/matters/{matter}/facts/school-chosen";
        (await host.Get(form, "social_counsellor")).Document.QuerySelectorAll("select[name=Choice] option").Select(o => o.TextContent).ShouldContain("Kokkola: Kpedu");
        (await host.Post(form, "social_counsellor", ("Choice", "272"))).Status.ShouldBe(302);
        Strict().ShouldBe(new LocalDate(2026, 3, 26));
        (await host.Post(form, "social_counsellor", ("Choice", "272/Kpedu"))).Status.ShouldBe(302);
        Strict().ShouldBe(new LocalDate(2026, 3, 19));
        (await host.Post(form, "social_counsellor", ("Choice", "272/Toinen"))).Status.ShouldBe(422);
        (await host.Post($"/arrivals/new/request/student_welfare?person={FactsHost.Person("youth")}", "nurse", ("Text", "Asia"), ("Municipality", "272/Toinen"))).Status.ShouldBe(422);

        LocalDate? Strict() => StatutoryClocks.Compute(host.Row(matter).Clock.ToFacts(), host.Content.Rules, host.Content.Settings).Single(c => c.Rule.Id == "OHL15-TALK").Strict;
    }

    [Theory]
    [InlineData("birth-notice", "child_health_clinic", "BornOn", "11.3.2026", "Päivä ei voi olla tulevaisuudessa.")]
    [InlineData("birth-notice", "child_health_clinic", "BornOn", "", "Kirjoita päivä muodossa 10.3.2026.")]
    [InlineData("referral", "specialised_care", "Text", "", "Kirjoita, mistä on kyse.")]
    [InlineData("birth-notice", "child_health_clinic", "Flags", "banana", "Valitse vain tarjotuista vaihtoehdoista.")]
    [InlineData("referral", "specialised_care", "Flags", "first_child", "Valitse vain tarjotuista vaihtoehdoista.")]
    public async Task An_arrival_that_lacks_something_says_what(string kind, string line, string field, string value, string sentence)
    {
        await using var host = await FactsHost.Start();
        (string, string)[] good = [("Text", "Asia"), ("BornOn", "9.3.2026")];
        var page = await host.Post($"/arrivals/new/{kind}/{line}?person={FactsHost.Person("adult")}", "nurse", [.. good.Where(f => f.Item1 != field), (field, value)]);
        (page.Status, page.Errors.Single()).ShouldBe((422, sentence));
    }

    [Theory]
    [InlineData("banana")]
    [InlineData("disabled")]
    public async Task A_birth_with_what_is_not_offered_is_refused_at_its_field_and_writes_nothing(string flag)
    {
        await using var host = await FactsHost.Start();
        var matter = await host.Contact("child_health_clinic");
        var events = host.Journal.Stream(matter).Count;

        var page = await host.Post($"/matters/{matter}/facts/child-born", "public_health_nurse", ("OtherDay", "9.3.2026"), ("Flags", "first_child"), ("Flags", flag));

        (page.Status, page.Errors.Single()).ShouldBe((422, "Valitse vain tarjotuista vaihtoehdoista."));
        page.Document.QuerySelector(".error-summary a")!.GetAttribute("href").ShouldBe("#Flags");
        host.Journal.Stream(matter).Count.ShouldBe(events);
    }

    [Fact]
    public async Task A_resident_can_not_contact_a_line_that_needs_a_referral()
    {
        await using var host = await FactsHost.Start();
        (await host.Get("/contact", "person:adult")).Document.QuerySelectorAll("select[name=ServiceLine] option").Select(o => o.GetAttribute("value")).ShouldNotContain("specialised_care");
        (await host.Post("/contact", "person:adult", ("For", "me"), ("Danger", "no"), ("ServiceLine", "specialised_care"), ("Text", "x"), ("HelpWanted", "days"), ("ReplyBy", "web")))
            .Errors.ShouldContain("Valitse palvelu luettelosta.");
    }
}
