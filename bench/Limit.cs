using System.Globalization;

namespace Yhteys.Bench;

/// <summary>What a figure must reach, and what it is stretched for.</summary>
/// <param name="AtLeast">The figure must be at least so big; else it must be less.</param>
internal sealed record Limit(double Must, double? Stretch, string Unit, bool AtLeast)
{
    public static Limit Below(double must, double? stretch, string unit) => new(must, stretch, unit, false);

    public static Limit From(double must, double? stretch, string unit) => new(must, stretch, unit, true);

    public string MustText => $"{(AtLeast ? "≥" : "<")} {Number(Must)} {Unit}".TrimEnd();

    public string StretchText => Stretch is { } stretch ? $"{(AtLeast ? "≥" : "<")} {Number(stretch)} {Unit}".TrimEnd() : "";

    public string Verdict(double value) => !Holds(value, Must) ? "**not met**" : Stretch is not { } stretch ? "met" : Holds(value, stretch) ? "met, stretch too" : "met";

    private bool Holds(double value, double limit) => AtLeast ? value >= limit : value < limit;

    private static string Number(double number) => number.ToString(number >= 1000 ? "N0" : "0.##", CultureInfo.InvariantCulture);
}
