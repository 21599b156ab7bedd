using NodaTime;
using Yhteys.Kernel;

namespace Yhteys.Access.Publish;

/// <summary>The period has days left.</summary>
public sealed record PeriodNotOver(LocalDate Last) : Refusal("Publish_PeriodNotOver")
{
    public override object?[] Arguments => [Last];
}

/// <summary>Figures of a time that the journal knows nothing of would say that nothing happened.</summary>
public sealed record PeriodBeforeData(LocalDate From) : Refusal("Publish_PeriodBeforeData")
{
    public override object?[] Arguments => [From];
}

/// <summary>The figures are others than those that were looked at.</summary>
public sealed record FiguresChanged() : Refusal("Publish_FiguresChanged");

/// <summary>The newest version says the same.</summary>
public sealed record NothingToCorrect(int Version) : Refusal("Publish_NothingToCorrect")
{
    public override object?[] Arguments => [Version];
}

/// <summary>A correction must say what and why.</summary>
public sealed record WhyMissing() : Refusal("Publish_WhyMissing", "Why");

public sealed record WhyTooLong(int Longest) : Refusal("Publish_WhyTooLong", "Why")
{
    public override object?[] Arguments => [Longest];
}

/// <summary>The reason is public, so no identity code may stand in it.</summary>
public sealed record WhyHoldsIdentityCode() : Refusal("Publish_WhyHoldsIdentityCode", "Why");

/// <summary>An earlier version can't be counted again, so nobody knows what a new one would give away of it.</summary>
public sealed record CannotRecount(string Period, int Version) : Refusal("Publish_CannotRecount")
{
    public override object?[] Arguments => [Period, Version];
}
