using Yhteys.Access.Clocks;
using Yhteys.Content;

namespace Yhteys.Access.DraftLaw;

/// <summary>The rules and promises that stand in some files.</summary>
internal static class RuleIds
{
    public static IReadOnlySet<string> In(IEnumerable<ContentText> files) =>
        files.Where(f => ContentKinds.Of(f.Path) is ContentKinds.Rules or ContentKinds.Promises).SelectMany(f => RuleReader.Read(f.Path, f.Json, [])).Select(rule => rule.Rule.Id).ToHashSet(StringComparer.Ordinal);
}
