using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Content;

namespace Yhteys.Access.Publish.Plan;

/// <summary>What the county publishes, as content/publications says.</summary>
/// <param name="Hash">SHA-256 of the files.</param>
internal sealed record PublicationPlan(IReadOnlyList<Publication> Publications, PublicationSettings Settings, string Hash)
{
    /// <summary>The definitions in force for a period.</summary>
    public IReadOnlyList<Publication> For(ReportingPeriod period) =>
        [.. Publications.Where(p => p.Every == period.Every && p.From <= period.First && !(p.To < period.Last))];

    /// <summary>How often something is published, in the order of the first definition.</summary>
    public IEnumerable<PublicationPeriod> Kinds => Publications.Select(p => p.Every).Distinct();
}

/// <summary>One duty to publish, with the tables that keep it.</summary>
/// <param name="Law">The duty; null when the county publishes by its own decision.</param>
internal sealed record Publication(
    string Id, PublicationPeriod Every, LocalDate From, LocalDate? To, LocalText Name, string? Law, IReadOnlyList<PublicationTable> Tables);

/// <summary>One table: the clocks of some rules, by unit and service line.</summary>
/// <param name="Rules">Those that the file names, and in the plan also those that took their place.</param>
/// <param name="Within">Shares within so many days.</param>
/// <param name="Classes">Upper ends of classes of days; what is over the last is a class too.</param>
/// <param name="More">What the reader of the table must know besides.</param>
internal sealed record PublicationTable(
    string Id, TableKind Kind, LocalText Name, string Law, IReadOnlyList<string> Rules, IReadOnlyList<int>? Within = null,
    IReadOnlyList<int>? Classes = null, LocalText? More = null)
{
    /// <summary>The days that its counts are cut at, ascending.</summary>
    public IReadOnlyList<int> Cuts { get; } = [.. (Within ?? []).Concat(Classes ?? []).Distinct().Order()];
}

/// <summary>What a published table counts.</summary>
public enum TableKind
{
    /// <summary>What happened in the period: clocks that began and were met, and who waits at its end.</summary>
    Events,

    /// <summary>Who waits on the last day of the period, by how long.</summary>
    Waiting,
}

/// <param name="HideUpTo">Counts from 1 to this are hidden.</param>
/// <param name="Automatic">What happens to figures that nobody has published.</param>
/// <param name="Day">Day of the month after the period on which figures publish themselves.</param>
internal sealed record PublicationSettings(bool Example, int HideUpTo, AutomaticPublication Automatic, int Day);

internal enum AutomaticPublication
{
    WaitForApproval,
    PublishOnDay,
}
