using NodaTime;

namespace Yhteys.Web.Cli;

/// <summary>Keeps what a developer needs about an unexpected failure of a verb, away from the screen.</summary>
internal static class FailureLog
{
    /// <returns>The sentence that says where it was written.</returns>
    public static string Write(Exception failure)
    {
        var file = Path.Combine(Path.GetTempPath(), $"yhteys-{Guid.NewGuid():N}.log");
        try
        {
            File.WriteAllText(file, $"{SystemClock.Instance.GetCurrentInstant()} {failure}");
            return $"Send the file {file} to those who look after the program.";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"It is a {failure.GetType().Name}, and the log could not be written.";
        }
    }
}
