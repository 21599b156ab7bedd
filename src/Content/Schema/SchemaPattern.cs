using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Yhteys.Content;

/// <summary>
/// The regular expressions of schemas. None goes back in the text, so none needs a limit of time: one that a busy machine held up for a second failed a page.
/// </summary>
internal static class SchemaPattern
{
    private static readonly ConcurrentDictionary<string, Regex> Known = new(StringComparer.Ordinal);

    /// <exception cref="ArgumentException">It is not a regular expression.</exception>
    /// <exception cref="NotSupportedException">It looks around, or back at what it has found.</exception>
    public static Regex Of(string pattern) => Known.GetOrAdd(pattern, static p => new(p, RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking));
}
