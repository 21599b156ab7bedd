using NodaTime;
using Yhteys.Kernel;
using Yhteys.Kernel.Storage;
using Yhteys.Kernel.Views;
using Yhteys.Ui;

namespace Yhteys.Access.Publish.Views;

/// <summary>A declined offer or a no-show of a matter.</summary>
/// <param name="Position">The event's place in the journal: a figure counted up to a position leaves later ones out.</param>
[Index("Day")]
public sealed record OfferOutcomeRow(long Position, Guid Matter, OfferOutcomeKind Kind, LocalDate Day);

/// <summary>Declined offers and no-shows, from any module's events that tell of one.</summary>
internal sealed class OfferOutcomes : View
{
    public const string ViewName = "access_offer_outcomes";

    public override string Name => ViewName;
    public override bool Inline => false;
    public override IReadOnlyList<Type> Rows => [typeof(OfferOutcomeRow)];

    public override bool Handles(Type eventType) => eventType.IsAssignableTo(typeof(IOfferOutcome));

    public override void Fold(Recorded recorded, IRows rows)
    {
        if (recorded.Event is IOfferOutcome e)
            rows.Put(Row(e, recorded));
    }

    public static OfferOutcomeRow Row(IOfferOutcome e, Recorded recorded)
    {
        var outcome = e.OfferOutcome();
        return new(recorded.Position, e.Matter, outcome.Kind, outcome.Day ?? Fi.Day(recorded.HappenedAt));
    }
}
