using Yhteys.Kernel;

namespace Yhteys.Cases;

/// <summary>Decisions of one command.</summary>
internal static class Together
{
    /// <summary>Both are done, or neither.</summary>
    public static Decision And(this Decision first, Decision second) => (first, second) switch
    {
        (Decision.Accepted a, Decision.Accepted b) => new Decision.Accepted([.. a.Appends, .. b.Appends], [.. a.Keys, .. b.Keys]),
        (Decision.Refused, _) => first,
        _ => second,
    };
}
