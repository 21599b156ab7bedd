using System.Collections.Immutable;

namespace Yhteys.Access.Clocks;

/// <summary>Facts with which a matter is handled: its need assessed, the contact handled, a conversation offered, a decision made or care given. An answer alone is none.</summary>
public static class Handling
{
    internal static IReadOnlyList<string> Care { get; } = ["visit", "home_visit", "care_started", "decision_implemented"];

    internal static IReadOnlyList<string> Any { get; } = ["contact_handled", "need_assessed", "conversation_offered", "assessment_started", "decision_made", .. Care];

    /// <summary>Whether anything of it has happened.</summary>
    public static bool Begun(ImmutableArray<ClockFact> facts)
    {
        foreach (var fact in facts)
            if (Any.Contains(fact.Fact, StringComparer.Ordinal))
                return true;
        return false;
    }

    /// <summary>Whether an event of a matter is help at the first contact: what helps when something has been handled before is a later answer.</summary>
    /// <param name="before">The matter's file before the event; null when there is none.</param>
    internal static bool IsAtFirstContact(object e, ClockFile? before) => e is IFirstContactHelp && (before is null || !Begun(before.Facts));
}
