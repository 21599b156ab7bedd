using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Yhteys.Access;

/// <summary>Rows of a file for a spreadsheet (RFC 4180).</summary>
public static class Csv
{
    /// <summary>The rows as an answer. Spreadsheets know UTF-8 by its mark.</summary>
    public static FileContentHttpResult File(string rows, string name) =>
        TypedResults.File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(rows)], "text/csv; charset=utf-8", name);

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
