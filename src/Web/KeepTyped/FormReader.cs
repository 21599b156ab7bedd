namespace Yhteys.Web.KeepTyped;

internal static class FormReader
{
    /// <summary>The form of a request; null when there is none or it is too large (then the status says so).</summary>
    public static async Task<IFormCollection?> Read(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
            return null;
        try
        {
            return await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (BadHttpRequestException e)
        {
            context.Response.StatusCode = e.StatusCode;
        }
        catch (InvalidDataException e)
        {
            context.Response.StatusCode = StatusOf(e);
        }

        return null;
    }

    /// <summary>A form with characters that no form may hold is a bad request; any other fault is one of size.</summary>
    public static int StatusOf(InvalidDataException fault) =>
        fault.InnerException is null ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest;
}
