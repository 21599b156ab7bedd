using Yhteys.Kernel;
using Yhteys.Organisation;

namespace Yhteys.Assessment;

/// <summary>An urgent placement of a child and its end (LSL 38 §): at most 30 days, the first day counted, and once 30 more (38 a §).</summary>
internal static class PlaceChild
{
    public static readonly FactKind Place = new("child-placed", Rights.PlacementDecide, "placement")
    {
        Fields = FactFields.OtherDay,
        Decide = c =>
            c.Input.OtherDay is not { } placed ? new OtherDayMissing()
            : placed > c.Today ? new OtherDayInFuture()
            : string.IsNullOrWhiteSpace(c.Input.Note) ? new GroundMissing()
            : c.Append(new ChildPlaced(c.Matter, placed, c.Note, c.Day, c.Doer.Profession, c.Doer.Licence, c.Register)),
    };

    public static readonly FactKind End = new("placement-ended", Rights.PlacementDecide, "placement_ended")
    {
        Decide = c => c.Append(new PlacementEnded(c.Matter, c.Note, c.Day, c.Doer.Profession, c.Doer.Licence, c.Register)),
    };
}
