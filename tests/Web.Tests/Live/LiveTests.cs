using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Yhteys.Web.Live;

namespace Yhteys.Web.Tests.Live;

public sealed class LiveTests(SharedApp shared)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_for_the_signed_in() => (await shared.App.Browser().Get("/live?topics=content")).Status.ShouldBe(401);

    [Theory]
    [InlineData("/live")]
    [InlineData("/live?topics=")]
    [InlineData("/live?topics=1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21")]
    public async Task It_wants_one_to_twenty_topics(string path) => (await (await shared.App.SignedIn("doctor")).Get(path)).Status.ShouldBe(400);

    [Fact]
    public async Task A_move_of_a_topic_reaches_the_browser_once_with_the_last_position()
    {
        var feed = shared.App.Services.GetRequiredService<LiveFeed>();
        var http = (await shared.App.SignedIn("doctor")).Http;
        using var response = await http.GetAsync(new Uri("/live?topics=cases,booking,alarms", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Cancel);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(Cancel));
        (await reader.ReadLineAsync(Cancel)).ShouldBe(": open");
        await reader.ReadLineAsync(Cancel);

        feed.Publish("assessment", 1);
        feed.Publish("booking", 7);
        feed.Publish("booking", 9);
        feed.Publish("booking", 8);

        (await reader.ReadLineAsync(Cancel)).ShouldBe("event: topic");
        (await reader.ReadLineAsync(Cancel)).ShouldBe("data: booking 9");
    }

    [Fact]
    public async Task What_one_may_not_hear_is_left_out()
    {
        var (feed, matter) = (shared.App.Services.GetRequiredService<LiveFeed>(), Guid.NewGuid());
        var http = (await shared.App.SignedIn("doctor")).Http;
        using var response = await http.GetAsync(new Uri($"/live?topics=residents,organisation,{matter},cases", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Cancel);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(Cancel));
        await reader.ReadLineAsync(Cancel);
        await reader.ReadLineAsync(Cancel);

        foreach (var topic in new[] { "residents", "organisation", matter.ToString(), "cases" })
            feed.Publish(topic, 7);

        (await reader.ReadLineAsync(Cancel)).ShouldBe("event: topic");
        (await reader.ReadLineAsync(Cancel)).ShouldBe("data: cases 7");
        await reader.ReadLineAsync(Cancel);
        feed.Publish("cases", 8);
        (await reader.ReadLineAsync(Cancel)).ShouldBe("event: topic");
        (await reader.ReadLineAsync(Cancel)).ShouldBe("data: cases 8");
    }

    [Theory]
    [InlineData("resident", "cases,residents,alarms,assessment,booking,access")]
    [InlineData("auditor", "cases,alarms")]
    [InlineData("doctor", "residents")]
    public async Task Whoever_may_hear_none_of_it_is_refused(string persona, string topics) =>
        (await (await shared.App.SignedIn(persona)).Get($"/live?topics={topics},{Guid.NewGuid()}")).Status.ShouldBe(403);

    [Fact]
    public void A_listener_that_has_gone_is_forgotten()
    {
        using var app = new WebApp();
        var gone = ListenAndGo(app.Services.GetRequiredService<LiveFeed>());

        GC.Collect();
        gone.IsAlive.ShouldBeFalse();
    }

    // Nothing of the test itself keeps the listener.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference ListenAndGo(LiveFeed feed)
    {
        using var listener = feed.Listen(["content"]);
        return new(listener);
    }
}
