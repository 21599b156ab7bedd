using Yhteys.Content;

namespace Yhteys.Access;

/// <summary>What is asked of every kind of content that lies in several files, one of which has the settings.</summary>
internal static class PlanFiles
{
    /// <summary>A problem unless exactly one of the files has settings.</summary>
    public static IEnumerable<ContentProblem> InOneFile(IReadOnlyList<ContentFile> files, Func<ContentFile, bool> hasSettings, FormattableString otherwise)
    {
        var with = files.Where(hasSettings).ToList();
        if (with.Count != 1)
            yield return new((with.Count == 0 ? files[0] : with[1]).Path, 1, "$.settings", otherwise);
    }

    /// <summary>Those that come after another of the same id.</summary>
    public static IEnumerable<T> Again<T>(this IEnumerable<T> entries, Func<T, string> id) => entries.GroupBy(id, StringComparer.Ordinal).SelectMany(g => g.Skip(1));
}
