using System.Collections.Immutable;
using Yhteys.Kernel.Storage;

namespace Yhteys.Access.Clocks;

/// <summary>What the events of one matter have told its clocks so far; a plain value that a view keeps in a row, in some thirty bytes.</summary>
public sealed record ClockFile(
    ClockSubject Subject, ImmutableArray<ClockFact> Facts, ImmutableArray<ClockEnding> Endings) : IPacked<ClockFile>
{
    /// <summary>Names the form of the bytes; part of the content hash of every view that keeps them.</summary>
    public static string Form => ClockFileBytes.Form;

    /// <summary>The matter that an event tells the clocks about; null when it tells nothing.</summary>
    public static Guid? MatterOf(object e) => e switch
    {
        IClockSubject subject => subject.Matter,
        IClockFact fact => fact.Matter,
        IClockEnding ending => ending.Matter,
        IClockCorrection correction => correction.Matter,
        _ => null,
    };

    public static bool Concerns(Type eventType) =>
        eventType.IsAssignableTo(typeof(IClockSubject)) || eventType.IsAssignableTo(typeof(IClockFact))
        || eventType.IsAssignableTo(typeof(IClockEnding)) || eventType.IsAssignableTo(typeof(IClockCorrection));

    /// <summary>The file after one more event. An event may be subject, correction, fact and ending at once.</summary>
    public static ClockFile? After(ClockFile? file, object e)
    {
        var facts = e is IClockSubject subject ? new ClockFacts(subject.ClockSubject()) : file?.ToFacts();
        if (facts is null)
            return null;
        if (e is IClockCorrection correction)
            facts = facts.With(correction.ClockCorrection());
        if (e is IClockFact fact)
            facts = facts.With(fact.ClockFacts());
        if ((e as IClockEnding)?.ClockEnding() is { } ending)
            facts = facts.With(ending);
        return new(facts.Subject, facts.Facts, facts.Endings);
    }

    /// <summary>The ending that stands; null when the matter has not ended, or goes on.</summary>
    public ClockEnding? Standing => ToFacts().EndingAfter(Subject.Opened);

    /// <summary>Whether something would still stand if the matter were opened again: an answer under another ending.</summary>
    public bool StandsWhenReopened =>
        Standing is not null && ToFacts().With(new ClockEnding(Endings.Max(ending => ending.Day), ClockEndingReason.Reopened)).EndingAfter(Subject.Opened) is not null;

    public ClockFacts ToFacts() => new(Subject, Facts, Endings);

    public static ClockFile Unpack(ReadOnlySpan<byte> bytes) => ClockFileBytes.Read(bytes);

    public byte[] Pack() => ClockFileBytes.Write(this);
}
