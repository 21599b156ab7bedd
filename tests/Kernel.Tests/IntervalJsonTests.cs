using System.Text.Json;
using NodaTime;

namespace Yhteys.Kernel.Tests;

public sealed class IntervalJsonTests
{
    [Fact]
    public void Days_from_the_first_to_the_last_come_back_as_they_were()
    {
        IReadOnlyList<DateInterval> closed = [new(new(2026, 10, 19), new(2026, 10, 23)), new(new(2026, 12, 6), new(2026, 12, 6))];

        var json = JsonSerializer.Serialize(closed, EventJson.Options);

        json.ShouldBe("""["2026-10-19/2026-10-23","2026-12-06/2026-12-06"]""");
        JsonSerializer.Deserialize<IReadOnlyList<DateInterval>>(json, EventJson.Options).ShouldBe(closed);
    }
}
