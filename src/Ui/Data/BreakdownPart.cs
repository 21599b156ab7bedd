namespace Yhteys.Ui;

/// <summary>One part of a <c>Breakdown</c>.</summary>
/// <param name="Href">The list that the part counts; null for none.</param>
public sealed record BreakdownPart(string Text, int Count, Tone Tone = Tone.Neutral, string? Href = null);
