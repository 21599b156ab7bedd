using NodaTime;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Organisation;

namespace Yhteys.Access.Publish;

/// <summary>The figures of a period are ready, and somebody is asked to look at them before they are published.</summary>
/// <param name="Period">Code of the period: 2026-10, 2026-t3 or 2026-h2.</param>
[Alias("access.figures-prepared/1")]
public sealed record FiguresPrepared(string Period, LocalDate PreparedOn) : IEvent
{
    public string Register => Registers.None;
}

/// <summary>
/// The figures of a period were published, frozen as they are here: small counts are hidden in them. The full counts are kept nowhere;
/// they follow from the journal up to <paramref name="CountedUpTo"/> and the rules of <paramref name="RuleSet"/>.
/// </summary>
/// <param name="Version">1, 2, 3 …: a correction is a new version beside the old one.</param>
/// <param name="DataFrom">The day on which the first contact was recorded; later than <paramref name="From"/> when the period is not whole.</param>
/// <param name="RuleSet">Hash of the rules and promises that were in use.</param>
/// <param name="Plan">Hash of content/publications.</param>
/// <param name="HideUpTo">Counts from 1 to this are hidden.</param>
/// <param name="CountedUpTo">Position of the journal.</param>
/// <param name="Automatic">On the day that the county has set, without an approval.</param>
/// <param name="Why">What was corrected and why; null in the first version.</param>
[Alias("access.figures-published/1")]
public sealed record FiguresPublished(
    string Period, int Version, LocalText County, LocalDate From, LocalDate To, LocalDate? DataFrom, LocalDate PublishedOn, string RuleSet, string Plan,
    int HideUpTo, long CountedUpTo, bool Automatic, string? Why, IReadOnlyList<PublishedSection> Sections) : IEvent
{
    public string Register => Registers.None;
}
