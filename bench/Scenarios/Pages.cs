namespace Yhteys.Bench.Scenarios;

/// <summary>The pages of the table: one line each.</summary>
internal static class Pages
{
    /// <summary>The days before today, both as recorded then and as known now.</summary>
    private static IReadOnlyList<string> PastDays =>
        [.. Enumerable.Range(1, 14).SelectMany(days => new[] { "then", "now" }.Select(known => $"/board?on={DateTime.UtcNow.Date.AddDays(-days):yyyy-MM-dd}&known={known}"))];

    public static IReadOnlyList<PageScenario> All { get; } =
    [
        new("Worklist page", "guidance_nurse",
        [
            "/worklist", "/worklist?unit=all", "/worklist?whose=free", "/worklist?whose=mine", "/worklist?line=primary_care", "/worklist?unit=all&channel=phone",
            "/worklist?unit=all&line=oral_health&whose=free",
        ], Limit.Below(15, 5, "ms")),
        new("Today's board", "county_director", ["/board"], Limit.Below(15, 5, "ms")),
        new("A past day's board", "county_director", PastDays, Limit.Below(300, 50, "ms")),
    ];
}
