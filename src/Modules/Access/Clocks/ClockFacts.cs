using System.Collections.Immutable;
using NodaTime;

namespace Yhteys.Access.Clocks;

/// <summary>All that the clocks know of one matter. Immutable; the order in which facts are given does not matter. Endings of one day stay in the order in which they were told.</summary>
public sealed class ClockFacts
{
    private readonly ImmutableArray<ClockEnding> endings;

    /// <exception cref="ArgumentOutOfRangeException">A fact, reason or licence is not in <see cref="ClockVocabulary"/>.</exception>
    public ClockFacts(ClockSubject subject, IEnumerable<ClockFact>? facts = null, IEnumerable<ClockEnding>? endings = null)
        : this(subject, [.. facts ?? []], [.. endings ?? []])
    {
    }

    internal ClockFacts(ClockSubject subject, ImmutableArray<ClockFact> facts, ImmutableArray<ClockEnding> endings)
    {
        Subject = subject;
        Facts = facts;
        this.endings = InOrder(endings);
        ReasonMask = ClockVocabulary.MaskOf(subject);
        Coded = new CodedFact[facts.Length];
        for (var i = 0; i < facts.Length; i++)
        {
            Coded[i] = CodedFact.Of(facts[i]);
            FactMask |= 1UL << Coded[i].Fact;
        }

        UnknownMask = ClockVocabulary.UnknownOf(ReasonMask, FactMask);
    }

    public ClockSubject Subject { get; }
    public ImmutableArray<ClockFact> Facts { get; }
    public ImmutableArray<ClockEnding> Endings => endings;

    internal CodedFact[] Coded { get; }
    internal ulong FactMask { get; }
    internal ulong ReasonMask { get; }

    /// <summary>Reasons of which nobody knows before the assessment whether they hold.</summary>
    internal ulong UnknownMask { get; }

    /// <summary>These facts and one more. The same fact twice gives the same clocks as once, but each recording of it is kept: a correction takes one of them away.</summary>
    public ClockFacts With(ClockFact fact) => new(Subject, Facts.Add(fact), endings);

    public ClockFacts With(IEnumerable<ClockFact> facts) => new(Subject, Facts.AddRange(facts), endings);

    public ClockFacts With(ClockEnding ending) => new(Subject, Facts, endings.Add(ending));

    /// <summary>As if what was wrong had never been said. The answer given before stays in the journal with its day.</summary>
    public ClockFacts With(ClockCorrection correction)
    {
        // Whose age it was, another person's or a mistaken one, is wrong on every day.
        var known = correction is { AgeAtContact: not null, Opened: null } ? [.. Facts.Select(fact => fact with { Age = null })] : Facts;
        var facts = Changed(known, correction.Wrong, correction.Right, correction.Opened is not null);
        foreach (var (wrong, right) in correction.Others)
            facts = Changed(facts, wrong, right, correction.Opened is not null);
        return new(
            Subject with
            {
                Reasons = correction.Reasons ?? Subject.Reasons,
                ServiceLine = correction.ServiceLine ?? Subject.ServiceLine,
                Register = correction.Register ?? Subject.Register,
                AgeAtContact = correction.AgeAtContact ?? Subject.AgeAtContact,
                Opened = correction.Opened ?? Subject.Opened,
                CountsFrom = correction.Opened is null ? Subject.CountsFrom : correction.CountsFrom,
                SchoolClosed = correction.SchoolClosed ?? Subject.SchoolClosed,
            },
            facts,
            correction.Ending is { } ending ? Changed(endings, ending) : endings);
    }

    private static ImmutableArray<ClockFact> Changed(ImmutableArray<ClockFact> facts, ClockFact? wrong, ClockFact? right, bool opening)
    {
        // A matter is opened once, so the fact of it is known by its name: an older correction told the day that the contact counted for.
        if (wrong is not null)
            facts = opening && !facts.Contains(wrong) ? facts.RemoveAll(fact => fact.Fact == wrong.Fact)
                : facts.Contains(wrong) ? facts.Remove(wrong) : facts.Remove(wrong with { Age = null });
        return right is null ? facts : facts.Add(right);
    }

    private static ImmutableArray<ClockEnding> Changed(ImmutableArray<ClockEnding> endings, EndingChange change)
    {
        // Of equal endings of one day it makes a difference which is taken away: another may stand between them.
        var at = Enumerable.Range(0, endings.Length).Where(i => endings[i] == change.Wrong).Skip(change.Earlier ?? 0).Append(-1).First();
        return change.Right is { } right ? at < 0 ? endings.Add(right) : endings.SetItem(at, right) : at < 0 ? endings : endings.RemoveAt(at);
    }

    /// <summary>Only what had happened by the end of the day.</summary>
    public ClockFacts UpTo(LocalDate day) =>
        new(Subject, Facts.RemoveAll(fact => fact.Day > day), endings.RemoveAll(ending => ending.Day > day));

    /// <summary>Age in whole years on a day; null when it is not known. Without a date of birth it is that of a fact of the day, or the age at contact.</summary>
    public int? AgeOn(LocalDate day)
    {
        if (Subject.BirthDate is not { } birth)
            return Facts.FirstOrDefault(fact => fact.Day == day && fact.Age is not null)?.Age ?? Subject.AgeAtContact;
        var age = day.Year - birth.Year;
        return birth.PlusYears(age) > day ? age - 1 : age;
    }

    /// <summary>
    /// The ending that stands at the end, among those on or after a day: the first, when an answer and another one stand.
    /// </summary>
    /// <param name="pastAnswers">As if no answer had made an assessment unnecessary: of a duty at once, which no answer settles, and of what was taken up after it.</param>
    internal ClockEnding? EndingAfter(LocalDate start, bool pastAnswers = false)
    {
        var stand = default(StandingEndings);
        foreach (var ending in endings)
            if (ending.Day >= start)
                stand = stand.After(ending);
        return pastAnswers || stand.Answer is not { } answer || stand.Other?.Day < answer.Day ? stand.Other : answer;
    }

    // Those of one day stay as they were told.
    private static ImmutableArray<ClockEnding> InOrder(ImmutableArray<ClockEnding> endings)
    {
        for (var i = 1; i < endings.Length; i++)
            if (endings[i].Day < endings[i - 1].Day)
                return [.. endings.OrderBy(ending => ending.Day)];
        return endings;
    }
}

/// <summary>What has ended and was not opened again: an answer that found an assessment unneeded, and another ending, which may follow it since a message goes on after an answer.</summary>
internal readonly record struct StandingEndings(ClockEnding? Answer, ClockEnding? Other)
{
    public bool Any => Answer is not null || Other is not null;

    /// <summary>A reopening opens the other one if it stands, else the answer: an answer can't come after another ending, so that is what was ended last.</summary>
    public StandingEndings After(ClockEnding ending) => ending.Reason switch
    {
        ClockEndingReason.AssessmentUnneeded => this with { Answer = Answer ?? ending },
        ClockEndingReason.Reopened => Other is null ? default : this with { Other = null },
        _ => this with { Other = Other ?? ending },
    };
}

/// <summary>A fact in numbers, since each rule looks at each fact.</summary>
internal readonly record struct CodedFact(int Fact, int Profession, int Licence, string? Qualifier, LocalDate Day)
{
    public static CodedFact Of(ClockFact fact) => new(
        ClockVocabulary.FactAt(fact.Fact), ClockVocabulary.ProfessionAt(fact.Profession), ClockVocabulary.LicenceAt(fact.Licence), fact.Qualifier, fact.Day);
}
