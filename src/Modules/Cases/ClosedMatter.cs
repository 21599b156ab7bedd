using Microsoft.AspNetCore.Http;
using Yhteys.Kernel;

namespace Yhteys.Cases;

/// <summary>A matter that is not the user's to handle, or not any more.</summary>
public static class ClosedMatter
{
    /// <summary>The answer to a form about it. Who gave it away and sends the same form twice gets the first answer.</summary>
    /// <param name="left">The page on which one comes who has given it away.</param>
    public static async Task<IResult> Closed(this Journal journal, Envelope sent, string left) =>
        await journal.Handle(sent, _ => new MatterNotFound()) is Outcome.Done ? TypedResults.LocalRedirect(left) : TypedResults.StatusCode(StatusCodes.Status403Forbidden);
}
