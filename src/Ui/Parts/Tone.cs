namespace Yhteys.Ui;

/// <summary>The weight of a message. Always said in words or by a sign too, never by colour alone (WCAG 1.4.1).</summary>
public enum Tone
{
    Neutral,
    Info,
    Success,
    Warning,
    Danger,
}

internal static class ToneSign
{
    public static string Class(Tone tone) => tone switch
    {
        Tone.Neutral => "neutral",
        Tone.Info => "info",
        Tone.Success => "success",
        Tone.Warning => "warning",
        Tone.Danger => "danger",
    };

    /// <summary>A shape of its own for each tone; null for neutral.</summary>
    public static string? Sign(Tone tone) => tone switch
    {
        Tone.Neutral => null,
        Tone.Info => "i",
        Tone.Success => "✓",
        Tone.Warning => "!",
        Tone.Danger => "‼",
    };

    /// <summary>Resource key of the word that a screen reader says first; null for neutral.</summary>
    public static string? Word(Tone tone) => tone switch
    {
        Tone.Neutral => null,
        Tone.Info => "ToneInfo",
        Tone.Success => "ToneSuccess",
        Tone.Warning => "ToneWarning",
        Tone.Danger => "ToneDanger",
    };
}
