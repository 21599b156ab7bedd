using Yhteys.Organisation.Municipalities;

namespace Yhteys.Access.Board.Places;

/// <summary>Where the bubbles of municipalities stand in the picture: a plain projection, true enough over the width of a county.</summary>
/// <param name="X">From the left of a picture <see cref="Width"/> wide.</param>
/// <param name="Y">From the top of a picture <see cref="Height"/> high.</param>
/// <param name="Radius">By area: four times as many open matters have twice the radius.</param>
internal sealed record MapBubble(PlaceFigures Figures, double X, double Y, double Radius)
{
    public const int Width = 720, Height = 480;
    private const double Edge = 70, Smallest = 5, Biggest = 46, Degree = Math.PI / 180;

    /// <summary>Bubbles of the municipalities that have a centre, the biggest first, so that small ones are drawn over them.</summary>
    /// <param name="own">The county's municipalities, which are shown also with nothing open.</param>
    public static IReadOnlyList<MapBubble> Of(IReadOnlyList<PlaceFigures> figures, IReadOnlyList<string> own)
    {
        var places = own.Select(code => (Centre: MunicipalityRegister.CentreOf(code), Figures: figures.FirstOrDefault(f => f.Municipality == code) ?? new(code, 0, 0, 0, default)))
            .Where(place => place.Centre is not null).ToList();
        if (places.Count == 0)
            return [];
        var narrowing = Math.Cos(places.Average(p => p.Centre!.North) * Degree);
        var (west, north) = (places.Min(p => p.Centre!.East) * narrowing, places.Max(p => p.Centre!.North));
        var (wide, high) = ((places.Max(p => p.Centre!.East) * narrowing) - west, north - places.Min(p => p.Centre!.North));
        var scale = Math.Min((Width - (2 * Edge)) / Math.Max(wide, 0.01), (Height - (2 * Edge)) / Math.Max(high, 0.01));
        var (left, top) = ((Width - (wide * scale)) / 2, (Height - (high * scale)) / 2);
        var most = Math.Max(1, places.Max(p => p.Figures.Open));
        return MapLabel.Place(
        [
            .. places.Select(p => new MapBubble(
                    p.Figures, left + (((p.Centre!.East * narrowing) - west) * scale), top + ((north - p.Centre.North) * scale),
                    p.Figures.Open == 0 ? Smallest : Math.Max(Smallest, Biggest * Math.Sqrt((double)p.Figures.Open / most))))
                .OrderByDescending(b => b.Radius),
        ]);
    }

    /// <summary>Where its name stands.</summary>
    public MapLabel Label { get; init; } = new(0, 0, null);

    /// <summary>Radius of the part that is late.</summary>
    public double LateRadius => Figures.Open == 0 ? 0 : Radius * Math.Sqrt((double)(Figures.Late + Figures.Immediate) / Figures.Open);
}
