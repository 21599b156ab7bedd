using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Yhteys.Web.Host;

namespace Yhteys.Web.Tests.Host;

public sealed class PermissionsTests(SharedApp shared)
{
    private static readonly string[] OpenToAll =
        ["/", "/sign-in", "/sign-out", "/language/{code}", "/health/live", "/health/ready", "/health/troubles", "/health/following"];

    [Fact]
    public void Every_endpoint_says_who_may_use_it_and_only_these_are_open_to_all()
    {
        var endpoints = shared.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null).ToList();

        endpoints.Where(e => e.Metadata.GetMetadata<IAuthorizeData>() is null && e.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Select(e => e.RoutePattern.RawText).ShouldBeEmpty();
        endpoints.Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(e => e.RoutePattern.RawText!).Distinct().Except(Contact).Except(Published).Except(Law).Order()
            .ShouldBe(OpenToAll.Order());
    }

    // What the county publishes: figures of nobody in particular.
    private static readonly string[] Published =
        ["/published", "/published.json", "/published/{period}", "/published/{period}/v{version:int}", "/published/{period}/v{version:int}.csv", "/published/{period}/v{version:int}.json"];

    // What the law promises concerns everybody.
    private static readonly string[] Law = ["/rules", "/rules/{id}"];

    // Pages that modules open to visitors who have not signed in: the contact of a resident and its receipt.
    private static readonly string[] Contact = ["/contact", "/contact/topic", "/contact/receipt/{number}"];

    [Fact]
    public void An_endpoint_that_says_nothing_is_closed()
    {
        var app = WebApplication.CreateSlimBuilder().Build();
        var pages = app.MapGroup("");
        pages.MapGet("/forgotten", () => "open?");
        pages.CloseByDefault();

        ((IEndpointRouteBuilder)app).DataSources.SelectMany(s => s.Endpoints).Single().Metadata.GetMetadata<IAuthorizeData>().ShouldNotBeNull();
    }

    [Theory]
    [InlineData("POST", "/sign-out")]
    [InlineData("POST", "/sign-in")]
    public async Task Nothing_is_changed_without_the_token_of_a_form(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        var page = await Page.Of(await shared.App.Browser().Http.SendAsync(request, TestContext.Current.CancellationToken));

        page.Status.ShouldBeOneOf(StatusCodes.Status400BadRequest, StatusCodes.Status415UnsupportedMediaType);
    }
}
