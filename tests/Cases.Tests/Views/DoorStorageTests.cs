using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Yhteys.Access;
using Yhteys.Access.Clocks;
using Yhteys.Calendar;
using Yhteys.Cases.Views;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Kernel.Integrity;
using Yhteys.Kernel.Sealing;
using Yhteys.Organisation;
using Yhteys.Residents;
using Yhteys.Residents.Care;
using Yhteys.Residents.Identity;
using Yhteys.Residents.Vault;
using Yhteys.Testing;
using Yhteys.Ui;

namespace Yhteys.Cases.Tests.Views;

/// <summary>What the front door keeps, on both engines: rows as they are written are the rows of a rebuild.</summary>
public sealed class DoorStorageTests
{
    private static readonly Actor Notifier = new("person", Given.Other, Roles.Resident);

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task A_notice_with_danger_leaves_matter_alarm_receipt_and_relations(string engine)
    {
        using var journal = Open(engine);
        await Register(journal, Given.Person, 2018);
        (await Tell(journal, Given.Notice() with { Danger = true })).Accepted.ShouldBeTrue();

        var row = journal.Journal.Find<MatterRow>(Given.Matter)!;
        (row.Notice, row.ReleasedToPerson, row.Guardians, row.MadeBy, row.Immediate, row.Version).ShouldBe((true, false, null, null, true, 3));
        journal.Journal.Find<AlarmRow>(Given.Matter)!.ShouldBe(new AlarmRow(Given.Matter, Given.OnCall.Unit, "social", journal.Clock.Now, true, null, null, null));
        journal.Journal.Find<NoticeMadeRow>(Given.Matter)!.Notifier.ShouldBe(Given.Other);
        Relations(journal, Given.Person).ShouldBe([Given.OnCall.Unit]);

        journal.Clock.Advance(Duration.FromMinutes(3));
        await journal.Handle(w => AcknowledgeAlarm.Decide(w.State<Matter>(Given.Matter), new(Given.Matter, Given.Nurse, Given.OnCall.Unit), null));
        var alarm = journal.Journal.Find<AlarmRow>(Given.Matter)!;
        (alarm.Open, alarm.By, alarm.ByUnit, alarm.AcknowledgedAt - alarm.RaisedAt).ShouldBe((false, Given.Nurse, Given.OnCall.Unit, Duration.FromMinutes(3)));
        Sound(journal);
    }

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task Who_changes_units_and_roles_is_told_how_many_open_matters_lie_there(string engine)
    {
        using var journal = Open(engine);
        await Register(journal, Given.Person, 2018);
        await Tell(journal, Given.Notice());
        var (load, row) = (new MatterLoad(journal.Journal), journal.Journal.Find<MatterRow>(Given.Matter)!);
        load.OpenIn(row.Unit).ShouldBe([new(row.ServiceLine, 1)]);
        load.OpenIn(Given.Person).ShouldBeEmpty();
        load.TakenBy(Given.Nurse).ShouldBeEmpty();

        (await journal.Handle(w => TakeMatter.Decide(w.State<Matter>(Given.Matter), new(Given.Matter, Given.Nurse)))).Accepted.ShouldBeTrue();
        load.OpenIn(row.Unit).ShouldBe([new(row.ServiceLine, 1)]);
        load.TakenBy(Given.Nurse).ShouldBe([new(row.Unit, 1)]);
    }

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task What_is_sealed_for_the_notifier_opens_with_its_own_key_and_is_gone_with_it(string engine)
    {
        using var journal = Open(engine);
        await Register(journal, Given.Person, 2018);
        await Tell(journal, Given.Notice());
        var given = journal.Journal.Stream(Given.Matter).Select(r => r.Event).OfType<NoticeGiven>().Single();
        journal.Journal.Keys.Open(given.Notifier)!.Name.ShouldBe("Naapuri Koivu");

        (await journal.Handle(_ => Decision.Append(Guid.NewGuid(), new KeysDestroyed([given.Notifier.Key])))).Accepted.ShouldBeTrue();
        journal.Close();
        journal.Open();
        given = journal.Journal.Stream(Given.Matter).Select(r => r.Event).OfType<NoticeGiven>().Single();
        journal.Journal.Keys.Open(given.Notifier).ShouldBeNull();
        journal.Journal.Keys.Open(journal.Journal.Stream(Given.Matter).Select(r => r.Event).OfType<ContactReceived>().Single().Text).ShouldBe("Lapsi on yksin öisin.");
    }

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task A_moved_matter_keeps_its_clocks_and_the_units_have_no_relation_to_the_wrong_person(string engine)
    {
        using var journal = Open(engine);
        await Register(journal, Given.Person, 1980);
        await Register(journal, Given.Other, 1950);
        await Contact(journal);
        var before = journal.Journal.Find<MatterRow>(Given.Matter)!;

        journal.Clock.Advance(Duration.FromDays(3));
        (await journal.Handle(w => MoveToRightPerson.Decide(
            w.State<Matter>(Given.Matter), new(Given.Matter, "Samanniminen henkilö.", Compared: Given.Other), w.Row<PersonRow>(Given.Other)))).Accepted.ShouldBeTrue();
        var row = journal.Journal.Find<MatterRow>(Given.Matter)!;
        (row.Person, row.MadeBy, row.Age, row.CountsOn, row.Due).ShouldBe((Given.Other, Given.Person, 75, before.CountsOn, before.Due));
        Clocks(journal, row).ShouldBe(Clocks(journal, before));
        Relations(journal, Given.Person).ShouldBeEmpty();
        Relations(journal, Given.Other).ShouldBe([Given.Unit.Unit]);
        Sound(journal);
    }

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task A_referral_ends_the_relation_of_the_unit_that_had_the_matter(string engine)
    {
        using var journal = await WithContact(engine);
        var nurse = new Actor("staff", Given.Nurse, Roles.GuidanceNurse, Given.Unit.Unit);
        await journal.Handle(w => TakeMatter.Decide(w.State<Matter>(Given.Matter), new(Given.Matter, Given.Nurse)), nurse);
        Relations(journal, Given.Person).ShouldBe([Given.Unit.Unit]);

        var next = Given.Unit with { Unit = Given.SocialCentre.Unit };
        (await journal.Handle(w => ReferMatter.Decide(
            w.State<Matter>(Given.Matter), new(Given.Matter, "oral_health", next.Unit, "Hammasvaiva"), Given.OralHealth, next, Given.Today), nurse)).Accepted.ShouldBeTrue();
        Relations(journal, Given.Person).ShouldBe([next.Unit]);
        var ended = journal.Services.GetRequiredService<People>().RelationsOf(Given.Person).Single(r => r.Unit == Given.Unit.Unit);
        ended.EndedAt.ShouldBe(journal.Clock.Now);

        (await journal.Handle(w => MoveToRightPerson.Decide(
            w.State<Matter>(Given.Matter), new(Given.Matter, "Samanniminen henkilö.", Compared: Given.Other), Given.Resident() with { Person = Given.Other }), nurse)).Accepted.ShouldBeTrue();
        Relations(journal, Given.Person).ShouldBeEmpty();
        Relations(journal, Given.Other).ShouldBe([next.Unit], "what had ended does not begin anew");
        Sound(journal);
    }

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task A_message_after_closing_opens_the_matter_and_its_clocks_go_on_from_their_first_start(string engine)
    {
        using var journal = await WithContact(engine);
        var before = journal.Journal.Find<MatterRow>(Given.Matter)!;
        await journal.Handle(w => TakeMatter.Decide(w.State<Matter>(Given.Matter), new(Given.Matter, Given.Nurse)));
        await journal.Handle(w => CloseMatter.Decide(w.State<Matter>(Given.Matter), new(Given.Matter, "withdrawn"), Given.Today));
        journal.Journal.Find<MatterRow>(Given.Matter)!.Due.ShouldBeNull();

        journal.Clock.Advance(Duration.FromDays(5));
        await journal.Handle(w => WriteAsResident.Decide(w.State<Matter>(Given.Matter), new(Given.Matter, "Vaiva jatkuu."), new(2026, 3, 16)));
        var row = journal.Journal.Find<MatterRow>(Given.Matter)!;
        (row.Open, row.ResidentWaits, row.Handler, row.LastHandler, row.Due).ShouldBe((true, true, null, Given.Nurse, before.Due));
        Clocks(journal, row).ShouldBe(Clocks(journal, before));
        Sound(journal);
    }

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task A_closing_that_was_wrong_is_undone_and_the_matter_is_where_it_was(string engine)
    {
        using var journal = await WithContact(engine);
        var before = journal.Journal.Find<MatterRow>(Given.Matter)!;
        await journal.Handle(_ => Decision.Append(Given.Matter, new MoreAsked(Given.Matter, Seal.With(Given.Matter, "Missä kipu on?"), "health")));
        var listed = journal.Journal.Find<WorklistRow>(Given.Matter)!;
        listed.Stage.ShouldBe("asked");

        await Close("died", Given.Today);
        journal.Journal.Find<WorklistRow>(Given.Matter).ShouldBeNull();
        await Reopen(new(2026, 3, 12));

        var row = journal.Journal.Find<MatterRow>(Given.Matter)!;
        (row.Open, row.Stage, row.Outcome, row.Handler, row.Due).ShouldBe((true, "asked", null, null, before.Due));
        journal.Journal.Find<WorklistRow>(Given.Matter).ShouldBe(listed with { Version = 4 });
        Clocks(journal, row).ShouldBe(Clocks(journal, before));

        // What was closed as advised had ended no clock, so what ends it on the same day ends it.
        await Close("advised", new(2026, 3, 13));
        await Reopen(new(2026, 3, 13));
        await Close("withdrawn", new(2026, 3, 13));
        journal.Journal.Find<MatterRow>(Given.Matter)!.Due.ShouldBeNull();
        Sound(journal);

        Task Close(string outcome, LocalDate day) => journal.Handle(w => CloseMatter.Decide(w.State<Matter>(Given.Matter), new(Given.Matter, outcome), day));
        async Task Reopen(LocalDate day) => (await journal.Handle(w => ReopenMatter.Decide(w.State<Matter>(Given.Matter), new(Given.Matter, "closed_by_mistake"), day))).Accepted.ShouldBeTrue();
    }

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task A_message_of_an_older_journal_answers_on_the_day_of_its_envelope(string engine)
    {
        using var journal = await WithContact(engine);
        journal.Clock.Advance(Duration.FromDays(1));
        (await journal.Handle(_ => Decision.Append(Given.Matter, new ProfessionalWrote(Given.Matter, Seal.With(Given.Matter, "Palaamme asiaan."), "health")))).Accepted.ShouldBeTrue();

        var answered = new ClockFact("answered", FinnishTime.Day(journal.Clock.Now));
        journal.Journal.Find<MatterRow>(Given.Matter)!.Clock.Facts.ShouldContain(answered);
        journal.Close();
        journal.Open();
        journal.Journal.Stream(Given.Matter).Select(r => r.Event).OfType<ProfessionalWrote>().Single().ClockFacts().ShouldBe([answered]);
        Sound(journal);
    }

    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task What_a_resident_sees_is_found_in_a_few_queries_on_both_engines(string engine)
    {
        using var journal = Open(engine);
        await Register(journal, Given.Person, 2018);
        await Register(journal, Given.Other, 1985);
        await journal.Handle(_ => Decision.Append(Given.Person, new RepresentativeAdded(Given.Person, Given.Other, RepresentativeKinds.Guardian, new(2018, 5, 1))));
        await Contact(journal);
        var matters = journal.Services.GetRequiredService<ResidentMatters>();

        matters.Of(Given.Other).ShouldHaveSingleItem().ShouldSatisfyAllConditions(m => m.Sight.ShouldBe(MatterSight.All), m => m.Place.ShouldBeTrue());
        matters.Of(Given.Nurse).ShouldBeEmpty();
        await journal.Handle(_ => Decision.Append(Given.Other, new NonDisclosureSet(Given.Other)));
        matters.Find(Given.Matter, Given.Other)!.Place.ShouldBeFalse();
        (await journal.Handle(w => KeepFromGuardians.Decide(
            w.State<Matter>(Given.Matter), new(Given.Matter, "interest_of_child", "not_able", "Lapsen etu vaatii."), w.Row<PersonRow>(Given.Person), Given.Today))).Accepted.ShouldBeTrue();
        matters.Of(Given.Other).ShouldBeEmpty();
        matters.Of(Given.Person).ShouldHaveSingleItem();
    }

    private static TestJournal Open(string engine)
    {
        Assert.SkipWhen(Engines.Missing(engine) is not null, Engines.Missing(engine) ?? "");
        return new(engine, services => services.AddContent(Repository.PathOf("content")).AddUi().AddOrganisation().AddAccess().AddCases()
            .AddResidents(new(new byte[32], new byte[32], () => new Residents.ReadLog.SqliteReadLog(":memory:"))));
    }

    /// <summary>A grown-up has contacted.</summary>
    private static async Task<TestJournal> WithContact(string engine)
    {
        var journal = Open(engine);
        await Register(journal, Given.Person, 1980);
        await Contact(journal);
        return journal;
    }

    private static async Task Register(TestJournal journal, Guid person, int born) => (await journal.Handle(w => RegisterPerson.Decide(
        w.State<PersonState>(person), new(person, new("Testi", "Koivu"), null, new LocalDate(born, 5, 1), Sex.Female, "fi", TemporaryId.New(), "272"), null, false, Given.Today)))
        .Accepted.ShouldBeTrue();

    private static Task<Outcome> Tell(TestJournal journal, GiveNotice notice) => journal.Handle(w => GiveNotice.Decide(
        w.State<Matter>(Given.Matter), notice, Given.Services, [Given.Unit, Given.SocialCentre, Given.OnCall], OfficeHours.Default, w.Context(Given.Matter)), Notifier);

    private static async Task Contact(TestJournal journal) => (await journal.Handle(w => ReceiveContact.Decide(
        w.State<Matter>(Given.Matter), Given.Contact(), w.Row<PersonRow>(Given.Person), Given.PrimaryCare, Given.Unit, Given.Today, w.Context(Given.Matter)),
        new("person", Given.Person, Roles.Resident))).Accepted.ShouldBeTrue();

    private static IEnumerable<Guid> Relations(TestJournal journal, Guid person) =>
        journal.Services.GetRequiredService<People>().RelationsOf(person).Where(r => r.EndedAt is null).Select(r => r.Unit);

    /// <summary>Start and last days of each clock of the real rules.</summary>
    private static List<(string, LocalDate?, LocalDate?, LocalDate?)> Clocks(TestJournal journal, MatterRow row)
    {
        var content = ContentInUse.Of(journal.Services.GetRequiredService<ContentStore>());
        return [.. StatutoryClocks.Compute(row.Clock.ToFacts(), content.Rules, content.Settings).Where(c => c.Start is not null).Select(c => (c.Rule.Id, c.Start, c.Strict, c.Latest))];
    }

    private static void Sound(TestJournal journal) => journal.Services.GetRequiredService<Verifier>().Run().Findings.ShouldBeEmpty();
}
