using System.Collections.Concurrent;
using System.Text.Json;
using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Content;
using Yhteys.Content.TakeIntoUse;

namespace Yhteys.Access.Publish.Prepare;

/// <summary>The county's answers to the open questions of law at a time. Each version is read from the journal once: it never changes.</summary>
internal sealed class SettingsThen(ContentHistory history)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);
    private readonly ConcurrentDictionary<int, CountySettings> _versions = new();

    /// <summary>Null before the county had any.</summary>
    public CountySettings? Of(Instant time) => history.NumberOn(ContentKinds.Settings, time) is { } number ? _versions.GetOrAdd(number, Read) : null;

    private CountySettings Read(int number)
    {
        var taken = (ContentTakenIntoUse)history.Version(ContentKinds.Settings, number)!.Event;
        using var county = JsonDocument.Parse(taken.Files[0].Json);
        return CountySettings.Of(county.RootElement.GetProperty("clocks").Deserialize<ClockSettings>(Options)!);
    }
}
