using Yhteys.Ui;

namespace Yhteys.Assessment;

/// <summary>
/// Why something is recorded a day or more after it happened. The reason lies in the journal's plain part, which auditors read too, so it is one of
/// these and never free text.
/// </summary>
public static class LateReasons
{
    /// <summary>The program could not record it in time.</summary>
    public const string System = "system_away";

    public static readonly IReadOnlyList<string> All = ["known_later", "done_elsewhere", "not_recorded", System, "other"];

    /// <summary>The reason in the reader's language; null for words that an earlier program took.</summary>
    public static string? Said(string? code, RefusalText texts) => code is not null && All.Contains(code) ? texts.Of(typeof(LateReasons), $"LateReason.{code}", []) : null;
}
