using Microsoft.AspNetCore.Http;
using Yhteys.Kernel;
using Yhteys.Ui;

namespace Yhteys.Cases;

/// <summary>A matter that is not the user's to handle, or not any more.</summary>
public static class ClosedMatter
{
    /// <summary>The answer to a form about it, with what was written. Who gave it away and sends the same form twice gets the first answer.</summary>
    /// <param name="left">The page on which one comes who has given it away.</param>
    public static async Task<IResult> Closed(this Journal journal, Envelope sent, string left, FormState form) =>
        await journal.Handle(sent, _ => new MatterNotFound()) is Outcome.Done ? TypedResults.LocalRedirect(left) : PassedOn(form, left, StatusCodes.Status403Forbidden);

    /// <summary>The page that says so.</summary>
    internal static IResult PassedOn(FormState form, string left, int status) => new PageResult<PassedOnView>(new { Form = form, Left = left }) { StatusCode = status };
}
