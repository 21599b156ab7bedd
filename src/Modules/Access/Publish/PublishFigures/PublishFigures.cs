using NodaTime;
using Yhteys.Access.Publish.Prepare;
using Yhteys.Kernel;
using Yhteys.Residents.Identity;

namespace Yhteys.Access.Publish;

/// <summary>Publish the figures of a period: its first version, or a correction beside the earlier ones.</summary>
/// <param name="Why">What was corrected and why; of a first version nothing.</param>
/// <param name="Seen">Digest of the figures that the publisher looked at; null when nobody did.</param>
/// <param name="Automatic">By itself on the set day: then an earlier version is enough.</param>
internal sealed record PublishFigures(PreparedFigures Figures, string? Why, string? Seen, bool Automatic = false)
{
    public const int LongestWhy = 500;

    /// <summary>The stream of a period, the same in every county.</summary>
    public static Guid StreamOf(ReportingPeriod period) => NamedId.Of("figures:" + period.Code);

    /// <summary>The command by which a period publishes or prepares itself: of several nodes only the first one does it.</summary>
    public static Guid AutomaticCommand(ReportingPeriod period, string step) => NamedId.Of($"figures:{period.Code}:{step}");

    /// <summary>Publishes what was seen, as the next version of the period.</summary>
    /// <param name="known">Publications that there are now.</param>
    public static Decision Decide(PublicationState state, PublishFigures command, long known, LocalDate today)
    {
        var (figures, period) = (command.Figures, command.Figures.Period);
        if (today <= period.Last) return new PeriodNotOver(period.Last);
        // What has been published may be corrected, whatever its data are said to begin with now.
        if (state.Version == 0 && figures.Count.DataFrom is { } from && from > period.Last) return new PeriodBeforeData(from);
        if (command.Automatic && state.Version > 0) return Decision.Nothing;
        if (known != figures.Known || (command.Seen is { } seen && seen != figures.Digest)) return new FiguresChanged();
        if (state.Version > 0 && state.Digest == figures.Digest) return new NothingToCorrect(state.Version);
        if (state.Version > 0 && command.Why is null) return new WhyMissing();
        if (command.Why?.Length > LongestWhy) return new WhyTooLong(LongestWhy);
        if (command.Why is { } why && Hetu.IsIn(why)) return new WhyHoldsIdentityCode();

        return Decision.Append(StreamOf(period), EventOf(figures, state.Version + 1, today, command.Automatic, state.Version > 0 ? command.Why : null));
    }

    /// <summary>The figures as they are published; a preview shows the same.</summary>
    public static FiguresPublished EventOf(PreparedFigures figures, int version, LocalDate today, bool automatic = false, string? why = null) => new(
        figures.Period.Code, version, figures.County, figures.Period.First, figures.Period.Last, figures.Count.DataFrom, today, figures.Rules.Hash, figures.Plan.Hash,
        figures.Plan.Settings.HideUpTo, figures.Count.Position, automatic, why, figures.Sections);
}

/// <summary>The figures of a period are ready to be looked at.</summary>
internal static class PrepareFigures
{
    public static Decision Decide(PublicationState state, ReportingPeriod period, LocalDate today)
    {
        if (today <= period.Last) return new PeriodNotOver(period.Last);
        return state.Prepared || state.Version > 0 ? Decision.Nothing : Decision.Append(PublishFigures.StreamOf(period), new FiguresPrepared(period.Code, today));
    }
}
