using System.Globalization;
using NodaTime;
using Yhteys.Calendar;
using Yhteys.Kernel;
using Yhteys.Kernel.Storage;
using Yhteys.Kernel.Views;
using Yhteys.Ui;

namespace Yhteys.Access.Publish.Views;

/// <summary>A declined offer or a no-show of a matter.</summary>
/// <param name="Id">The event's stream and its place there.</param>
/// <param name="Position">The event's place in the journal: a figure counted up to a position leaves later ones out.</param>
/// <param name="TakenBackAt">The place of the correction that says that it never happened: a figure counted up to there leaves it out.</param>
[Index("Day")]
public sealed record OfferOutcomeRow(string Id, long Position, Guid Matter, OfferOutcomeKind Kind, LocalDate Day, long? TakenBackAt = null);

/// <summary>Declined offers and no-shows, from any module's events that tell of one, and those that were taken back.</summary>
internal sealed class OfferOutcomes : View
{
    public const string ViewName = "access_offer_outcomes";

    public override string Name => ViewName;
    public override int Version => 2;
    public override bool Inline => false;
    public override IReadOnlyList<Type> Rows => [typeof(OfferOutcomeRow)];

    public override bool Handles(Type eventType) => eventType.IsAssignableTo(typeof(IOfferOutcome)) || eventType.IsAssignableTo(typeof(IOfferOutcomeTakenBack)) || eventType.IsAssignableTo(typeof(IClockCorrection));

    public override void Fold(Recorded recorded, IRows rows)
    {
        if (Of(recorded) is { } outcome)
            rows.Put(outcome);
        else if (TakenBack(recorded) is { } id && rows.Get<OfferOutcomeRow>(id) is { } wrong)
            rows.Put(wrong with { TakenBackAt = recorded.Position });
    }

    /// <summary>The outcome that an event tells of; null when it tells of none.</summary>
    public static OfferOutcomeRow? Of(Recorded recorded) => recorded.Event is IOfferOutcome e && e.OfferOutcome() is var outcome
        ? new(Id(recorded.Stream, recorded.Version), recorded.Position, e.Matter, outcome.Kind, outcome.Day ?? FinnishTime.Day(recorded.HappenedAt))
        : null;

    /// <summary>Id of the recording that an event says never happened; null when it says nothing such.</summary>
    public static string? TakenBack(Recorded recorded) => recorded.Event switch
    {
        IOfferOutcomeTakenBack e => Id(recorded.Stream, e.Recording),
        IClockCorrection e when e.ClockCorrection() is { Recording: { } version, Wrong: not null, Right: null } => Id(recorded.Stream, version),
        _ => null,
    };

    private static string Id(Guid stream, int version) => string.Create(CultureInfo.InvariantCulture, $"{stream:N}/{version}");
}
