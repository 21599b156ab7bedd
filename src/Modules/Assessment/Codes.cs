namespace Yhteys.Assessment;

/// <summary>The codes that an assessment may hold.</summary>
internal static class Codes
{
    public static IReadOnlyList<string> Outcomes { get; } = ["appointment", "self_care", "other_professional", "no_need"];

    /// <summary>Whose care may be needed; none of them = any professional.</summary>
    public static IReadOnlyList<string> Needs { get; } = ["physician", "dentist", "specialist_dentist", "therapy", "psychosocial"];

    public static IReadOnlyList<string> Results { get; } = ["granted", "refused", "not_needed"];

    internal const int MostCharacters = 4_000;
}
