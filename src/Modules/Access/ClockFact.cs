using NodaTime;

namespace Yhteys.Access;

/// <summary>One dated fact of a matter.</summary>
/// <param name="Fact">One of <see cref="Clocks.ClockVocabulary.Facts"/>, for example need_assessed.</param>
/// <param name="Day">The day in Finland on which it happened, whatever the hour.</param>
/// <param name="Profession">Code of the doer's profession, for example public_health_nurse.</param>
/// <param name="Licence">licensed (laillistettu), protected (nimikesuojattu) or none; absent counts as none.</param>
/// <param name="Qualifier">Narrows the fact: need_identified with physician, dentist, specialist_dentist, therapy or psychosocial; contact with authority; placement with emergency; limit_extended with a rule's id.</param>
/// <param name="Age">Of the person on the day, in whole years, where a limit depends on it; absent when the age at contact is all that is known.</param>
public sealed record ClockFact(string Fact, LocalDate Day, string? Profession = null, string? Licence = null, string? Qualifier = null, int? Age = null);

/// <summary>What the clocks must know of a matter from its opening.</summary>
/// <param name="Opened">The day on which the contact, notice, application or referral came, whatever the hour.</param>
/// <param name="Register">health or social.</param>
/// <param name="ServiceLine">Code of the service line, for example oral_health.</param>
/// <param name="AgeAtContact">Age in whole years on <paramref name="Opened"/>; null when nobody knows it yet.</param>
/// <param name="Reasons">Flags from <see cref="Clocks.ClockVocabulary.Reasons"/>, for example medical_reason, general_medicine, urgent.</param>
public sealed record ClockSubject(LocalDate Opened, string Register, string ServiceLine, int? AgeAtContact, IReadOnlyList<string> Reasons)
{
    /// <summary>Date of birth when the caller has it; events carry the age only.</summary>
    public LocalDate? BirthDate { get; init; }

    /// <summary>When the client's school is closed (only student welfare counts its days).</summary>
    public IReadOnlyList<DateInterval>? SchoolClosed { get; init; }

    /// <summary>When it came outside office hours: the next day of them, which a limit of the same day is counted from (TervHL 51 §, OHL 17 §).</summary>
    public LocalDate? CountsFrom { get; init; }
}

/// <summary>Why a matter ended without care, or that it goes on.</summary>
public enum ClockEndingReason
{
    Withdrawn,
    NotNeeded,
    Moved,
    Died,
    OtherCounty,

    /// <summary>The matter was opened again: an earlier ending no longer counts, and the clock goes on from its first start.</summary>
    Reopened,

    /// <summary>An answer was the help, and an assessment of service needs plainly unnecessary (SHL 36 § 1 mom). It ends no duty at once.</summary>
    AssessmentUnneeded,
}

/// <summary>The end of a matter without care on a day, or its reopening.</summary>
public sealed record ClockEnding(LocalDate Day, ClockEndingReason Reason);

/// <summary>What was wrong and what is right; null leaves as it was.</summary>
/// <param name="Reasons">All the reason flags that hold now, not only the new ones.</param>
/// <param name="Wrong">A fact that was recorded wrongly; it is taken away.</param>
/// <param name="Right">The fact in its place; null when the wrong one never happened.</param>
public sealed record ClockCorrection(
    IReadOnlyList<string>? Reasons = null,
    string? ServiceLine = null,
    string? Register = null,
    int? AgeAtContact = null,
    ClockFact? Wrong = null,
    ClockFact? Right = null)
{
    /// <summary>The place in the same stream of the recording that was wrong; null when the correction is of no recording.</summary>
    public int? Recording { get; init; }

    /// <summary>The other facts of the same recording, wrong together with <see cref="Wrong"/>: one assessment is several facts.</summary>
    public IReadOnlyList<FactChange> Others { get; init; } = [];

    /// <summary>The ending that the same recording told; null leaves the endings as they were.</summary>
    public EndingChange? Ending { get; init; }

    /// <summary>The day on which the contact, notice, application or referral came, when the opening was recorded with a wrong one.</summary>
    public LocalDate? Opened { get; init; }

    /// <summary>With <see cref="Opened"/>, as in <see cref="ClockSubject"/>.</summary>
    public LocalDate? CountsFrom { get; init; }

    /// <summary>When the client's school is closed.</summary>
    public IReadOnlyList<DateInterval>? SchoolClosed { get; init; }
}

/// <summary>A fact that was recorded wrongly and the one in its place; null when the wrong one never happened.</summary>
public sealed record FactChange(ClockFact Wrong, ClockFact? Right);

/// <summary>An ending that was recorded wrongly and the one in its place; null when the wrong one never happened.</summary>
/// <param name="Earlier">How many of the same day and reason were told before the wrong one; absent: none, it is the first of them.</param>
public sealed record EndingChange(ClockEnding Wrong, ClockEnding? Right, int? Earlier = null);
