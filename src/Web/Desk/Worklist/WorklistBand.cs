using NodaTime;
using Yhteys.Cases.Views;
using Yhteys.Ui;

namespace Yhteys.Web.Desk.Worklist;

/// <summary>How soon a matter must be taken, in words. The first that holds names the band.</summary>
internal static class WorklistBand
{
    /// <summary>As a page shows them: what is over first, though by the count alone another may have ended before it.</summary>
    public static IReadOnlyList<string> Order { get; } = ["Band_immediate", "Band_overdue", "Band_today", "Band_week", "Band_later", "Band_none"];

    public static (string Key, Tone Tone) Of(WorklistRow row, LocalDate today) => row switch
    {
        { Immediate: true } => ("Band_immediate", Tone.Danger),
        { Due: null } => ("Band_none", Tone.Neutral),
        { LastInTime: { } last } when last < today => ("Band_overdue", Tone.Danger),
        { Due: { } due } when due <= today => ("Band_today", Tone.Warning),
        { Due: { } due } when due <= today.Next(IsoDayOfWeek.Monday).PlusDays(-1) => ("Band_week", Tone.Info),
        _ => ("Band_later", Tone.Neutral),
    };
}
