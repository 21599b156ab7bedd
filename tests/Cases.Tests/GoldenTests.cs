using Yhteys.Testing;

namespace Yhteys.Cases.Tests;

public sealed class GoldenTests
{
    [Fact]
    public void Every_event_is_written_and_read_as_it_was() => GoldenEvents.Check(typeof(ContactReceived).Assembly, "tests/Cases.Tests/golden/events");
}
