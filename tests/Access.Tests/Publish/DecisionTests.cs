using NodaTime;
using Yhteys.Access.Publish;
using Yhteys.Access.Publish.Count;
using Yhteys.Access.Publish.Plan;
using Yhteys.Access.Publish.Prepare;
using Yhteys.Access.Tests.Clocks;
using Yhteys.Kernel;

namespace Yhteys.Access.Tests.Publish;

public sealed class DecisionTests
{
    private static readonly LocalDate Today = new(2026, 4, 2);
    private static readonly PublicationState First = new(true, 1, "digest of the first version");

    [Fact]
    public void The_first_version_is_published_as_it_was_seen()
    {
        var e = Events(Decide(PublicationState.Empty, Figures())).ShouldHaveSingleItem().ShouldBeOfType<FiguresPublished>();

        (e.Period, e.Version, e.From, e.To, e.PublishedOn, e.RuleSet, e.Plan, e.HideUpTo, e.CountedUpTo, e.Automatic, e.Why)
            .ShouldBe(("2026-03", 1, new(2026, 3, 1), new(2026, 3, 31), Today, Given.Rules.Hash, "plan", 4, 77, false, null));
    }

    [Fact]
    public void A_period_that_goes_on_is_not_published()
    {
        Refusal(Decide(PublicationState.Empty, Figures(), today: new(2026, 3, 31))).ShouldBe(new PeriodNotOver(new(2026, 3, 31)));
        PrepareFigures.Decide(PublicationState.Empty, Publishing.March, new(2026, 3, 31)).ShouldBeOfType<Decision.Refused>();
    }

    [Fact]
    public void Of_a_period_that_ended_before_the_data_begin_nothing_is_said()
    {
        var figures = Figures();
        Refusal(Decide(PublicationState.Empty, figures with { Count = new(Publishing.March, 77, new(2026, 4, 1), figures.Count.Cells) })).ShouldBe(new PeriodBeforeData(new(2026, 4, 1)));
        Events(Decide(PublicationState.Empty, figures with { Count = new(Publishing.March, 77, new(2026, 3, 31), figures.Count.Cells) })).ShouldHaveSingleItem();
        // What stands published may still be corrected.
        Events(Decide(First, figures with { Count = new(Publishing.March, 77, new(2026, 4, 1), figures.Count.Cells) }, "Käynti oli kirjattu väärin.")).ShouldHaveSingleItem();
    }

    [Fact]
    public void Figures_that_moved_since_they_were_seen_are_shown_again_first()
    {
        Refusal(Decide(PublicationState.Empty, Figures(), seen: "another digest")).ShouldBe(new FiguresChanged());
        // Another publication came in between: what must be hidden may have changed.
        Refusal(Decide(PublicationState.Empty, Figures(), known: 4)).ShouldBe(new FiguresChanged());
    }

    [Fact]
    public void A_correction_says_what_and_why_and_nothing_of_a_person()
    {
        Refusal(Decide(First, Figures())).ShouldBe(new WhyMissing());
        Refusal(Decide(First, Figures(), new string('a', 501))).ShouldBe(new WhyTooLong(500));
        Refusal(Decide(First, Figures(), "Asiakkaan (131052-308T) käynti oli väärin.")).ShouldBe(new WhyHoldsIdentityCode());
        Events(Decide(First, Figures(), "Käynti oli kirjattu väärin.")).Single().ShouldBeOfType<FiguresPublished>().ShouldSatisfyAllConditions(
            e => e.Version.ShouldBe(2), e => e.Why.ShouldBe("Käynti oli kirjattu väärin."));
    }

    [Fact]
    public void A_reason_of_a_first_version_is_left_out() =>
        Events(Decide(PublicationState.Empty, Figures(), "Ensimmäinen.")).Single().ShouldBeOfType<FiguresPublished>().Why.ShouldBeNull();

    [Fact]
    public void The_same_figures_are_no_correction() =>
        Refusal(Decide(First with { Digest = Figures().Digest }, Figures(), "Sama.")).ShouldBe(new NothingToCorrect(1));

    [Fact]
    public void By_itself_it_is_published_once_and_never_corrected()
    {
        Events(PublishFigures.Decide(PublicationState.Empty, new(Figures(), null, null, Automatic: true), 3, Today)).Single().ShouldBeOfType<FiguresPublished>().Automatic.ShouldBeTrue();
        Events(PublishFigures.Decide(First, new(Figures(), null, null, Automatic: true), 3, Today)).ShouldBeEmpty();
    }

    [Fact]
    public void It_is_prepared_once()
    {
        Events(PrepareFigures.Decide(PublicationState.Empty, Publishing.March, Today)).ShouldBe([new FiguresPrepared("2026-03", Today)]);
        Events(PrepareFigures.Decide(PublicationState.Empty with { Prepared = true }, Publishing.March, Today)).ShouldBeEmpty();
        Events(PrepareFigures.Decide(First, Publishing.March, Today)).ShouldBeEmpty();
    }

    private static Decision Decide(PublicationState state, PreparedFigures figures, string? why = null, string? seen = null, long known = 3, LocalDate? today = null) =>
        PublishFigures.Decide(state, new(figures, why, seen ?? figures.Digest), known, today ?? Today);

    private static PreparedFigures Figures() => new(
        new PeriodCount(Publishing.March, 77, new(2026, 1, 1), new Dictionary<CountKey, int>()), Given.Rules,
        new PublicationPlan([], new(true, 4, AutomaticPublication.PublishOnDay, 10), "plan"), new("a", "b", "c"),
        [new PublishedSection("s", new("a", "b", "c"), null, [])], Known: 3);

    private static IEnumerable<IEvent> Events(Decision decision) => decision.ShouldBeOfType<Decision.Accepted>().Appends.Select(a => a.Event);

    private static Refusal Refusal(Decision decision) => decision.ShouldBeOfType<Decision.Refused>().Refusal;
}
