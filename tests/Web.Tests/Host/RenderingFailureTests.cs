using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Yhteys.Ui;

namespace Yhteys.Web.Tests.Host;

public sealed class RenderingFailureTests
{
    [Fact]
    public async Task A_page_that_fails_while_it_is_drawn_is_answered_with_the_page_for_failures()
    {
        using var app = new WebApp(adjust: b => b.Services.AddSingleton<IStartupFilter, Brittle>());

        var page = await app.Browser("en").Get("/brittle");

        page.Status.ShouldBe(500);
        page.Heading.ShouldBe("Something is wrong with the service");
        page.Html.ShouldNotContain("secret");
        app.Log.Lines.ShouldHaveSingleItem().ShouldContain("InvalidOperationException: secret");
    }

    private sealed class Brittle : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            next(app);
            app.Run(context => context.Request.Path == "/brittle" ? new PageResult<BrittlePage>().ExecuteAsync(context) : Task.CompletedTask);
        };
    }

    public sealed class BrittlePage : ComponentBase
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder) => throw new InvalidOperationException("secret");
    }
}
