using NodaTime;

namespace Yhteys.Assessment.Tests.Pages;

public sealed class CompletionWatchTests
{
    [Fact]
    public async Task What_is_recorded_over_a_day_late_says_so_and_guesses_no_cause()
    {
        await using var host = await FactsHost.Start();
        var matter = await host.Arrived("application", "social_assistance");
        (await host.Post($"/matters/{matter}/facts/completion-requested", "social_worker", ("OtherDay", "12.3.2026"), ("Words", "Tiliote"))).Status.ShouldBe(302);

        host.Clock.Advance(Duration.FromDays(5));
        await host.Watch.Look();

        var recorded = host.Journal.Stream(matter)[^1];
        recorded.Event.ShouldBeOfType<CompletionExpired>();
        recorded.LateReason.ShouldBe(LateReasons.System);
    }
}
