using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Yhteys.Ui;

namespace Yhteys.Web.Tests.Host;

/// <summary>A page that shows somebody is drawn while its entry of the read log is written, and sent when that is on disk.</summary>
public sealed class SentAfterTests
{
    private readonly TaskCompletionSource _written = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _drawn = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task Nothing_is_sent_before_it()
    {
        using var app = App();
        var asked = app.Browser("en").Get("/shown");
        await _drawn.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        (await Task.WhenAny(asked, Task.Delay(100, TestContext.Current.CancellationToken))).ShouldNotBe(asked);

        _written.SetResult();
        (await asked).Html.ShouldContain("secret");
    }

    [Fact]
    public async Task Nothing_is_sent_when_it_fails()
    {
        using var app = App();
        _written.SetException(new IOException("disk full"));

        var page = await app.Browser("en").Get("/shown");
        page.Status.ShouldBe(500);
        page.Heading.ShouldBe("Something is wrong with the service");
        page.Html.ShouldNotContain("secret");
    }

    private WebApp App() => new(adjust: ExtraPage.At("/shown", new PageResult<ShownPage>(new { Drawn = _drawn }) { SentAfter = _written.Task }.ExecuteAsync));

    public sealed class ShownPage : ComponentBase
    {
        [Parameter] public TaskCompletionSource Drawn { get; set; } = default!;

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.AddContent(0, "secret");
            Drawn.TrySetResult();
        }
    }
}
