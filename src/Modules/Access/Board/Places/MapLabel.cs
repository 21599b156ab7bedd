namespace Yhteys.Access.Board.Places;

/// <summary>Where a name stands beside its bubble.</summary>
/// <param name="Anchor">start or end when the name begins or ends there; null when it stands in the middle.</param>
internal sealed record MapLabel(double X, double Y, string? Anchor)
{
    // Room for a name with its number in the bigger letters of a phone.
    private const double Wide = 150, High = 24, Gap = 6;

    /// <summary>Each name above its bubble, or where it is least in the way of other bubbles and names.</summary>
    public static IReadOnlyList<MapBubble> Place(IReadOnlyList<MapBubble> bubbles)
    {
        List<Box> taken = [.. bubbles.Select(b => new Box(b.X - b.Radius, b.Y - b.Radius, b.X + b.Radius, b.Y + b.Radius))];
        var placed = new List<MapBubble>(bubbles.Count);
        foreach (var bubble in bubbles)
        {
            var (box, label) = Candidates(bubble).MinBy(c => taken.Sum(c.Box.Overlap) + c.Box.Outside);
            taken.Add(box);
            placed.Add(bubble with { Label = label });
        }

        return placed;
    }

    private static IEnumerable<(Box Box, MapLabel Label)> Candidates(MapBubble b)
    {
        var (top, bottom, side) = (b.Y - b.Radius - Gap, b.Y + b.Radius + Gap, b.Radius + Gap);
        yield return (new(b.X - (Wide / 2), top - High, b.X + (Wide / 2), top), new(b.X, top - 4, null));
        yield return (new(b.X - (Wide / 2), bottom, b.X + (Wide / 2), bottom + High), new(b.X, bottom + High - 8, null));
        yield return (new(b.X + side, b.Y - (High / 2), b.X + side + Wide, b.Y + (High / 2)), new(b.X + side, b.Y + 5, "start"));
        yield return (new(b.X - side - Wide, b.Y - (High / 2), b.X - side, b.Y + (High / 2)), new(b.X - side, b.Y + 5, "end"));
    }

    private readonly record struct Box(double Left, double Top, double Right, double Bottom)
    {
        /// <summary>How much is outside the picture; much worse than an overlap.</summary>
        public double Outside => 1000 * (Math.Max(0, -Left) + Math.Max(0, -Top) + Math.Max(0, Right - MapBubble.Width) + Math.Max(0, Bottom - MapBubble.Height));

        public double Overlap(Box other) =>
            Math.Max(0, Math.Min(Right, other.Right) - Math.Max(Left, other.Left)) * Math.Max(0, Math.Min(Bottom, other.Bottom) - Math.Max(Top, other.Top));
    }
}
