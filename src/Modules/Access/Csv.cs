namespace Yhteys.Access;

/// <summary>Rows of a file for a spreadsheet (RFC 4180).</summary>
internal static class Csv
{
    /// <summary>Finnish and Swedish spreadsheets read semicolons, since their decimals have a comma.</summary>
    public static char SeparatorIn(string language) => language == "en" ? ',' : ';';

    public static string Row(char separator, IEnumerable<string> cells) => string.Join(separator, cells.Select(cell => Cell(separator, cell))) + "\r\n";

    // A text that begins with one of these would be run as a formula by a spreadsheet.
    private static string Cell(char separator, string text)
    {
        if (text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..])
            text = "'" + text;
        return text.AsSpan().IndexOfAny([separator, '"', '\r', '\n']) < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
