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
        catch (IOException)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        return null;
    }

    /// <summary>A form that passes a limit is too large; one with another fault, or characters that no form may hold, is a bad request.</summary>
    public static int StatusOf(InvalidDataException fault) =>
        fault.InnerException is null && fault.Message.Contains("limit", StringComparison.Ordinal) ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest;
}
