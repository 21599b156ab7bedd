using Microsoft.AspNetCore.Http;
using Yhteys.Access;
using Yhteys.Kernel;
using Yhteys.Ui;

namespace Yhteys.Cases;

/// <summary>A matter that is not the user's to handle, or not any more.</summary>
public static class ClosedMatter
{
    /// <summary>The answer to a form about it, with what was written. Who gave it away and sends the same form twice gets the first answer.</summary>
    /// <param name="left">The page on which one comes who has given it away.</param>
    /// <param name="back">Where anybody else goes on.</param>
    public static async Task<IResult> Closed(this Journal journal, Envelope sent, FormState form, string left = MatterAddress.Left, string back = MatterAddress.List) =>
        await journal.Handle(sent, _ => new MatterNotFound()) is Outcome.Done ? TypedResults.LocalRedirect(left) : PassedOn(form, back, StatusCodes.Status403Forbidden);

    /// <summary>The page that says so.</summary>
    public static IResult PassedOn(FormState form, string back, int status) => new PageResult<PassedOnView>(new { Form = form, Back = back }) { StatusCode = status };
}
