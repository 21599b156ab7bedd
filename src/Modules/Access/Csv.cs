using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Yhteys.Access;

/// <summary>Rows of a file for a spreadsheet (RFC 4180).</summary>
public static partial class Csv
{
    private static readonly SearchValues<char> Separators = SearchValues.Create(",;\t\"\r\n");

    /// <summary>The rows as an answer. Spreadsheets know UTF-8 by its mark.</summary>
    public static FileContentHttpResult File(string rows, string name) =>
        TypedResults.File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(rows)], "text/csv; charset=utf-8", name);

    /// <summary>Finnish and Swedish spreadsheets read semicolons, since their decimals have a comma.</summary>
    public static char SeparatorIn(string language) => language == "en" ? ',' : ';';

    public static string Row(char separator, IEnumerable<string> cells) => string.Join(separator, cells.Select(cell => Cell(separator, cell))) + "\r\n";

    // A number keeps its sign and its decimals. Whatever else there is may be read with another separator than ours, and the parts of a text become cells.
    private static string Cell(char separator, string text)
    {
        if (Number().IsMatch(text) && !text.Contains(separator, StringComparison.Ordinal))
            return text;
        text = Formula().Replace(text, "'");
        return text.AsSpan().IndexOfAny(Separators) < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    [GeneratedRegex(@"^-?[0-9]+(?:[.,][0-9]+)?\z", RegexOptions.None, 10_000)]
    private static partial Regex Number();

    // Where a spreadsheet would begin to read a formula: at the beginning of a text or after what may separate cells.
    [GeneratedRegex(@"(?<=(?:^|[,;\t""\r\n])\s*)(?=[=+\-@])|^(?=[\t\r])", RegexOptions.None, 10_000)]
    private static partial Regex Formula();
}
