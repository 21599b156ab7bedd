using Microsoft.AspNetCore.Http;

namespace Yhteys.Web.Tests.Endpoints;

/// <summary>What somebody got from an endpoint.</summary>
/// <param name="ReadLogRows">Rows that it added to the read log.</param>
/// <param name="Events">Events that it added to the journal.</param>
internal sealed record Answer(LiveEndpoint Endpoint, string Register, string? Persona, Page Page, int ReadLogRows, int Events)
{
    public const string May = "may", Page1 = "page", In = "in", On = "→";

    public bool Denied => Page.Status is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound;

    /// <summary>The cell of the table.</summary>
    public string Cell => (Endpoint.Method, Page) switch
    {
        (_, { Location: { } location }) when location.StartsWith("/sign-in?back", StringComparison.Ordinal) => In,
        ("GET", { Location: not null }) => On,
        ("GET", { Status: 200 }) => ReadLogRows == 0 ? Page1 : $"{Page1}+{ReadLogRows}",
        // What is sent with nothing in it is refused by the form, or done where nothing needs to be said.
        (not "GET", { Status: 200 or 302 or 422 }) => May,
        _ => Page.Status.ToString(System.Globalization.CultureInfo.InvariantCulture) + (ReadLogRows == 0 ? "" : $"+{ReadLogRows}"),
    };
}
