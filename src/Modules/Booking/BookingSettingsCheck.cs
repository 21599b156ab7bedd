using System.Text.Json;
using Yhteys.Content;

namespace Yhteys.Booking;

/// <summary>Every kind of unit whose times residents may move must be in the list of kinds.</summary>
internal sealed class BookingSettingsCheck : IContentCheck
{
    /// <summary>The settings are loaded before the services, so the services are where both are known.</summary>
    public string Kind => ContentKinds.Services;

    public IEnumerable<ContentProblem> Check(IReadOnlyList<ContentFile> files, ContentSnapshot before)
    {
        if (before.Files(ContentKinds.Settings) is not [var settings, ..])
            return [];
        var known = files.SelectMany(UnitKinds).ToHashSet(StringComparer.Ordinal);
        return before.County.Booking.ResidentMoves.UnitKinds.Where(kind => !known.Contains(kind)).Select(kind => new ContentProblem(
            settings.Path, LineOf(settings.Json, kind), "$.booking.residentMoves.unitKinds",
            $"\"{kind}\" is no kind of unit: correct it, or add it to unitKinds in services."));
    }

    private static IEnumerable<string> UnitKinds(ContentFile file)
    {
        using var json = JsonDocument.Parse(file.Json);
        return json.RootElement.TryGetProperty("unitKinds", out var kinds) ? [.. kinds.EnumerateArray().Select(k => k.GetProperty("id").GetString()!)] : [];
    }

    private static int LineOf(string json, string kind)
    {
        var list = Math.Max(0, json.IndexOf("\"residentMoves\"", StringComparison.Ordinal));
        return 1 + json.AsSpan(0, Math.Max(0, json.IndexOf($"\"{kind}\"", list, StringComparison.Ordinal))).Count('\n');
    }
}
