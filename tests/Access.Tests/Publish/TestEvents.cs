using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Kernel;

namespace Yhteys.Access.Tests.Publish;

/// <summary>A matter of any service line, as a later module would tell of it.</summary>
[Alias("test.matter-opened/1")]
public sealed record MatterOpened(Guid Matter, Guid Unit, string Line, LocalDate Day, int Age, string[] Reasons) : IEvent, IClockSubject, IClockFact, IClockUnit
{
    public string Register => ClockVocabulary.RegisterOf(Line);

    public ClockSubject ClockSubject() => new(Day, Register, Line, Age, Reasons);

    public IEnumerable<ClockFact> ClockFacts() => Register == "social"
        ? [new("contact", Day), new("matter_pending", Day)]
        : Line.EndsWith("specialised_care", StringComparison.Ordinal) || Line == "youth_psychiatry" ? [new("referral_arrived", Day)] : [new("contact", Day)];
}

/// <summary>A fact by a professional.</summary>
[Alias("test.fact/1")]
public sealed record FactRecorded(Guid Matter, string Fact, LocalDate Day, string Profession, string? Qualifier = null) : IEvent, IClockFact
{
    public string Register => "health";

    public IEnumerable<ClockFact> ClockFacts() => [new(Fact, Day, Profession, "licensed", Qualifier)];
}

/// <summary>A fact got a wrong day and gets the right one; null when it never happened.</summary>
[Alias("test.fact-corrected/1")]
public sealed record FactCorrected(Guid Matter, string Fact, LocalDate Wrong, LocalDate? Right, string Profession, int? Recording = null) : IEvent, IClockCorrection
{
    public string Register => "health";

    public ClockCorrection ClockCorrection() => new(
        Wrong: new(Fact, Wrong, Profession, "licensed"), Right: Right is { } day ? new(Fact, day, Profession, "licensed") : null)
    {
        Recording = Recording,
    };
}

[Alias("test.offer-failure-taken-back/1")]
public sealed record OfferFailureTakenBack(Guid Matter, int Recording) : IEvent, IOfferOutcomeTakenBack
{
    public string Register => "health";
}

[Alias("test.offer-failed/1")]
public sealed record OfferFailed(Guid Matter, OfferOutcomeKind Kind, LocalDate? Day) : IEvent, IOfferOutcome
{
    public string Register => "health";

    public OfferOutcome OfferOutcome() => new(Kind, Day);
}
