using Yhteys.Assessment.Views;
using Yhteys.Testing;

namespace Yhteys.Assessment.Tests.Facts;

public sealed class CompletionsTests
{
    private const string Worker = "social_worker";

    // Rows hold days as numbers: 20 March 2026.
    private const string Waiting = "Waits: 20532";

    [Fact]
    public void The_last_day_is_waited_for_until_something_ends_it()
    {
        var matter = Asked();
        Row(matter).ShouldContain(Waiting);
        matter.With("application-completed", "2026-03-16", Worker);
        Row(matter).ShouldContain("Waits: –, EndedBy: 5");
    }

    [Fact]
    public void An_ending_that_never_happened_lets_the_waiting_go_on()
    {
        var matter = Asked().With("application-completed", "2026-03-16", Worker);
        matter.Never(5);
        Row(matter).ShouldContain(Waiting);
    }

    [Fact]
    public void A_last_day_that_somebody_says_did_not_pass_is_not_looked_at_again()
    {
        var matter = Asked();
        matter.Carry(ExpireCompletion.Decide(matter.Known, new(CaseFile.Id, CaseFile.Day("2026-03-20")), "social", matter.Context("2026-03-21")), "2026-03-21");
        matter.Never(5);
        Row(matter).ShouldContain("Waits: –");
    }

    [Fact]
    public void A_request_that_never_happened_is_not_waited_for()
    {
        var matter = Asked();
        matter.Never(3);
        GoldenFold.Rows(new Completions(), matter.Stream).ShouldBeEmpty();
    }

    private static CaseFile Asked() => CaseFile.On("social_assistance", "2026-03-10").With("application-arrived", "2026-03-11", Worker)
        .With("completion-requested", "2026-03-12", Worker, new(OtherDay: CaseFile.Day("2026-03-20"), Words: "Tiliote"));

    private static string Row(CaseFile matter) => GoldenFold.Rows(new Completions(), matter.Stream);
}
