namespace Yhteys.Web.Cli;

/// <summary>Reads the file of <c>--facts</c>; it may be a pipe, so its length is known only at its end.</summary>
internal static class FactsText
{
    private const int Longest = 1_000_000;

    /// <returns>The text, or the sentence that says why there is none.</returns>
    /// <exception cref="IOException">There is no such file, or it can't be read.</exception>
    public static (string? Text, string? Problem) Of(string file)
    {
        if (file.Length == 0)
            return (null, "--facts names no file. Give a file of facts: --facts FILE.");
        if (Directory.Exists(file))
            return (null, $"{file} is a folder. Give a file of facts: --facts FILE.");
        using var reader = new StreamReader(file);
        var text = new char[Longest + 1];
        var length = reader.ReadBlock(text);
        return length > Longest
            ? (null, $"{file} has over {Longest} characters, which no matter's facts have. Check that it is a file of facts: docs/clock-facts.md.")
            : (new string(text, 0, length), null);
    }
}
