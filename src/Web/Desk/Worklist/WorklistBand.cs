using NodaTime;
using Yhteys.Cases.Views;
using Yhteys.Ui;

namespace Yhteys.Web.Desk.Worklist;

/// <summary>How soon a matter must be taken, in words. The first that holds names the band.</summary>
internal static class WorklistBand
{
    public static (string Key, Tone Tone) Of(WorklistRow row, LocalDate today) => row switch
    {
        { Immediate: true } => ("Band_immediate", Tone.Danger),
        { Due: null } => ("Band_none", Tone.Neutral),
        { Due: { } due } when due < today => ("Band_overdue", Tone.Danger),
        { Due: { } due } when due == today => ("Band_today", Tone.Warning),
        { Due: { } due } when due <= today.Next(IsoDayOfWeek.Monday).PlusDays(-1) => ("Band_week", Tone.Info),
        _ => ("Band_later", Tone.Neutral),
    };
}
