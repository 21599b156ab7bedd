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
        using var response = await http.GetAsync(new Uri("/live?topics=worklist,board", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Cancel);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(Cancel));
        (await reader.ReadLineAsync(Cancel)).ShouldBe(": open");
        await reader.ReadLineAsync(Cancel);

        feed.Publish("elsewhere", 1);
        feed.Publish("worklist", 7);
        feed.Publish("worklist", 9);
        feed.Publish("worklist", 8);

        (await reader.ReadLineAsync(Cancel)).ShouldBe("event: topic");
        (await reader.ReadLineAsync(Cancel)).ShouldBe("data: worklist 9");
    }

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
