using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Access.Escalation;
using Yhteys.Access.Escalation.Plan;
using Yhteys.Access.Escalation.Views;
using Yhteys.Access.Publish.Views;
using Yhteys.Access.Tests.Board;
using Yhteys.Access.Tests.Escalation;
using Yhteys.Access.Tests.Publish;
using Yhteys.Access.Views;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;
using Yhteys.Kernel.Views;
using Yhteys.Testing;

namespace Yhteys.Access.Tests;

/// <summary>
/// The rows that each view makes of one story of some matters, under a law and a plan of their own: a county's content may change without a
/// new version of a view, its code may not.
/// </summary>
public sealed class FoldTests
{
    private const string Golden = "tests/Access.Tests/golden/";
    private static readonly LocalDate Monday = new(2026, 3, 2);
    private static readonly Guid Late = Id(0xa1), Urgent = Id(0xa2), Helped = Id(0xa3), North = Id(0xb1), South = Id(0xb2), Nurse = Id(0xc1), Person = Id(0xd1), Time = Id(0xe1);
    private static readonly Law Law = new(RuleSet.Parse([("rules.json", Text("rules"))], out _)!, CountySettings.Default);

    private static readonly IReadOnlyList<Recorded> Matters = Told(
        // Assessed the day after, which is recorded two days later; moved; visited, on another day than was said first.
        (0, new Reported(Late, Person, North, "primary_care", Monday, "toothache", "web", "272", 40)), (3, new Happened(Late, "need_assessed", Monday.PlusDays(1))),
        (3, new Timed(Late, Time, BookedTimeChange.Offered, Monday.PlusDays(7))), (4, new Moved(Late, South, "mental_health_addiction")),
        (4, new Timed(Late, Time, BookedTimeChange.Accepted, null)), (6, new Timed(Late, Time, BookedTimeChange.Moved, Monday.PlusDays(9))),
        (9, new OfferFailed(Late, OfferOutcomeKind.NoShow, null)), (9, new Timed(Late, Time, BookedTimeChange.Gone, null)),
        (10, new FactRecorded(Late, "visit", Monday.PlusDays(10), "nurse")), (14, new FactCorrected(Late, "visit", Monday.PlusDays(10), Monday.PlusDays(11), "nurse")),
        // Urgent, ended without care and opened again.
        (1, new Contacted(Urgent, North, Monday.PlusDays(1), true)), (2, new Ended(Urgent, Monday.PlusDays(2), ClockEndingReason.Withdrawn)),
        (5, new OfferFailed(Urgent, OfferOutcomeKind.Declined, Monday.PlusDays(4))), (8, new Ended(Urgent, Monday.PlusDays(8), ClockEndingReason.Reopened)),
        // An answer that helps when the need had been assessed is not the first.
        (12, new Helped(Late, Monday.PlusDays(12))),
        // The answer was the help.
        (2, new Contacted(Helped, South, Monday.PlusDays(2), false)), (2, new Helped(Helped, Monday.PlusDays(2))));

    // The third never happened.
    private static readonly IReadOnlyList<Recorded> Refusals = Told(
        (5, new OfferFailed(Urgent, OfferOutcomeKind.Declined, Monday.PlusDays(4))), (9, new OfferFailed(Late, OfferOutcomeKind.NoShow, null)),
        (9, new OfferFailed(Late, OfferOutcomeKind.Declined, Monday.PlusDays(9))), (12, new FactCorrected(Late, "offer_declined", Monday.PlusDays(20), null, "nurse", 3)));

    private static readonly IReadOnlyList<Recorded> Handling = Told(
        (0, new Contacted(Late, North, Monday, false)), (0, new ProgressMade(Late, "waiting", true)),
        (1, Raised(Late, 1, "THL51-HTA", "handler")), (1, Raised(Late, 2, "THL51A-ADULT", "handler")), (1, new TimeTold(Late, [new("THL51-HTA", Monday, null)], "began", "health")),
        (2, new ProgressMade(Late, Taker: Nurse)), (2, new EscalationPassed(Late, Id(1), "handler", North, Nurse, "health")),
        (3, new EscalationAcknowledged(Late, Id(1), Nurse, (Sealed<string>)SampleValue.Of(typeof(Sealed<string>), "plan")!, "health")),
        (4, new UnitChanged(Late, South)), (4, new EscalationPassed(Late, Id(2), "unit_lead", South, Nurse, "health")), (5, new Happened(Late, "need_assessed", Monday.PlusDays(5))),
        (5, new EscalationEnded(Late, Id(1), "met", "health")), (6, new TimeBooked(Late, Time, BookedTimeChange.Offered, Monday.PlusDays(20))),
        (7, new TimeBooked(Late, Time, BookedTimeChange.Moved, Monday.PlusDays(30))), (1, new Contacted(Urgent, North, Monday.PlusDays(1), true)),
        (1, Raised(Urgent, 3, "THL50-URGENT", "handler") with { AtOnce = true, Latest = null }), (2, Raised(Urgent, 4, "THL50-URGENT", "director") with { AtOnce = true, Latest = null }),
        (2, new MatterEnded(Urgent, Monday.PlusDays(2), ClockEndingReason.Withdrawn)), (2, new EscalationEnded(Urgent, Id(3), "ended", "health")),
        // What comes of a time after the closing leaves it closed; opened again it waits, and the same step is told anew.
        (2, new ProgressMade(Urgent, "closed", false, Released: true)), (3, new ProgressMade(Urgent, "lapsed")), (3, new MatterEnded(Urgent, Monday.PlusDays(3), ClockEndingReason.Reopened)),
        (3, new ProgressMade(Urgent, "waiting", Reopens: true)), (3, Raised(Urgent, 5, "THL50-URGENT", "handler") with { AtOnce = true, Latest = null }),
        (8, new ProgressMade(Late, "closed", false)), (9, new ProgressMade(Late, "attended")),
        (3, new DigestMade("director", Monday.PlusDays(3), 1, 1, 0, 0)),
        // Opened again without a word of where, it is where it would be.
        (10, new ProgressMade(Late, Reopens: true)));

    public static TheoryData<string> Views => [.. Folds().Select(f => f.View.Name)];

    [Theory, MemberData(nameof(Views))]
    public void A_view_gives_the_rows_that_it_gave(string name)
    {
        var (view, story) = Folds().Single(f => f.View.Name == name);
        GoldenFold.Check(view, story.Where(r => view.Handles(r.Event.GetType())), $"{Golden}folds/{name}.txt");
    }

    [Fact]
    public void Each_kind_of_row_is_in_the_story()
    {
        foreach (var (view, story) in Folds())
            foreach (var row in view.Rows)
                GoldenFold.Rows(view, story).ShouldContain(row.Name + " ", customMessage: view.Name);
    }

    private static (View View, IReadOnlyList<Recorded> Story)[] Folds() =>
    [
        (new AccessClocks(Law), Matters), (new AccessPast(Law), Matters), (new MatterDetails(), Matters), (new OfferOutcomes(), Refusals),
        (new WatchView(Law, new EscalationsInForce(Plan()).Plan), Handling), (new TaskView(), Handling),
    ];

    private static ContentStore Plan()
    {
        var store = new ContentStore(Repository.PathOf("content"));
        store.Load().ShouldBeEmpty();
        store.Restore(ContentKinds.Escalations, [ContentFile.Of(ContentKinds.Escalations, "escalations/golden.json", Text("escalations"))]).ShouldBeEmpty();
        return store;
    }

    private static Escalated Raised(Guid matter, int task, string clock, string to) =>
        new(matter, Id(task), "AB-12345-C", Person, "primary_care", clock, "months", "half", to, North, null, Monday.PlusDays(1), false, "hash", "health");

    /// <summary>Events in the streams of their matters, so many days after the Monday.</summary>
    private static List<Recorded> Told(params (int Days, IEvent Event)[] events) =>
    [
        .. events.Select((e, i) => new Recorded(
            i + 1, Matter(e.Event), i + 1, "", e.Event, Story.Helsinki(Monday.PlusDays(e.Days), new(9, i)), Story.Helsinki(Monday.PlusDays(e.Days), new(9, i)), Actor.System, "test", Guid.Empty)),
    ];

    private static Guid Matter(IEvent e) => (Guid?)e.GetType().GetProperty("Matter")?.GetValue(e) ?? Guid.Empty;

    private static Guid Id(int number) => new(number, 0, 0x4000, [0x80, 0, 0, 0, 0, 0, 0, 0]);

    private static string Text(string name) => File.ReadAllText(Repository.PathOf($"{Golden}content/{name}.json"));
}
