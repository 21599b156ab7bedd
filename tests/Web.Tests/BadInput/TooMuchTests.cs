using Yhteys.Web.Tests.Endpoints;

namespace Yhteys.Web.Tests.BadInput;

/// <summary>A body of more than a megabyte, to every address that takes one.</summary>
public abstract partial class FormTests
{
    [Fact]
    public async Task More_than_a_megabyte_is_answered_with_a_page_and_nothing_happens()
    {
        Assert.SkipWhen(Town.Missing is not null, Town.Missing ?? "");
        var (places, before) = (await Places.Of(Town), Head);
        var much = new string('x', 1_000_100);
        foreach (var address in LiveEndpoint.Of(Town.App).Where(e => e.Method == "POST").SelectMany(e => places.Of(e.Pattern)).Select(p => p.Address))
        {
            var page = await (await Town.Browser("guidance_nurse")).Send(address, [("Text", much)]);

            page.Status.ShouldBe(413, address);
            page.Heading.ShouldBe("Lähetit liian paljon kerralla");
        }

        Head.ShouldBe(before);
    }
}
