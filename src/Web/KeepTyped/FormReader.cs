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
        catch (InvalidDataException)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        }

        return null;
    }
}
