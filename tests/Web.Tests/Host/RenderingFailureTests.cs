using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Yhteys.Ui;

namespace Yhteys.Web.Tests.Host;

public sealed class RenderingFailureTests
{
    [Fact]
    public async Task A_page_that_fails_while_it_is_drawn_is_answered_with_the_page_for_failures()
    {
        using var app = new WebApp(adjust: ExtraPage.At("/brittle", new PageResult<BrittlePage>().ExecuteAsync));

        var page = await app.Browser("en").Get("/brittle");

        page.Status.ShouldBe(500);
        page.Heading.ShouldBe("Something is wrong with the service");
        page.Html.ShouldNotContain("secret");
        app.Log.Lines.ShouldHaveSingleItem().ShouldContain("InvalidOperationException: secret");
    }

    public sealed class BrittlePage : ComponentBase
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder) => throw new InvalidOperationException("secret");
    }
}
