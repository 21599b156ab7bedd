using NodaTime;
using Yhteys.Access;
using Yhteys.Access.Clocks;
using Yhteys.Access.Clocks.Explain;
using Yhteys.Kernel;

namespace Yhteys.Assessment;

/// <summary>The order in which the facts of a matter can happen, by the recordings of its line.</summary>
internal static class Order
{
    private const string Answered = "answered";

    /// <summary>What can be earlier than the contact: a child is born and placed before anybody is told, and what was sent was sent.</summary>
    private static readonly string[] Earlier = ["birth", "placement", Answered];

    /// <summary>The fact of a message that was sent, of which nothing can be corrected.</summary>
    public static bool IsSent(string fact) => fact == Answered;

    /// <summary>What must come first and has not.</summary>
    public static ClockSentence? Missing(Recording recording, MatterFacts known) =>
        recording.After is { } after && known.First(after) is null ? Words.Fact(after[0]) : null;

    /// <summary>What must come first and came later than the day.</summary>
    public static ClockFact? Before(Recording recording, MatterFacts known, LocalDate day) =>
        recording.After is { } after && known.File?.Facts.Where(f => after.Contains(f.Fact)).MinBy(f => f.Day) is { } first && first.Day > day ? first : null;

    /// <summary>The first contradiction among the facts of a matter; null when they agree.</summary>
    public static Refusal? Contradiction(ClockFacts facts, RecordingBook book)
    {
        var opened = facts.Subject.Opened;
        if (facts.Facts.FirstOrDefault(f => f.Day < opened && !Earlier.Contains(f.Fact)) is { } early)
            return new ContradictsContact(Words.Fact(early.Fact), early.Day, opened);
        foreach (var recording in book.On(facts.Subject.ServiceLine).Where(r => r.After is not null))
            foreach (var fact in facts.Facts.Where(f => f.Fact == FactKinds.Find(recording.Kind)!.Facts.FirstOrDefault()))
            {
                var before = facts.Facts.Where(f => recording.After!.Contains(f.Fact)).ToList();
                if (before.Count == 0)
                    return new NeedsTheFact(Words.Fact(fact.Fact), Words.Fact(recording.After![0]));
                if (before.MinBy(f => f.Day)! is { } first && first.Day > fact.Day)
                    return new ContradictsFact(Words.Fact(fact.Fact), fact.Day, Words.Fact(first.Fact), first.Day);
            }

        return null;
    }
}
