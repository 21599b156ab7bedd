using System.Text.Json;
using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Content;
using Yhteys.Content.TakeIntoUse;

namespace Yhteys.Access.Publish.Prepare;

/// <summary>The county's answers to the open questions of law at a time.</summary>
internal static class SettingsThen
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>Null before the county had any.</summary>
    public static CountySettings? Of(ContentHistory history, Instant time)
    {
        if (history.On(ContentKinds.Settings, time)?.Files is not [var file, ..])
            return null;
        using var county = JsonDocument.Parse(file.Json);
        return CountySettings.Of(county.RootElement.GetProperty("clocks").Deserialize<ClockSettings>(Options)!);
    }
}
