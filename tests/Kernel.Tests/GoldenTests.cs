using Yhteys.Testing;

namespace Yhteys.Kernel.Tests;

public sealed class GoldenTests
{
    private const string Folder = "tests/Kernel.Tests/golden/events";

    [Fact]
    public void Every_event_is_read_and_written_as_before() => GoldenEvents.Check(typeof(Sample).Assembly, Folder);

    [Fact]
    public void An_event_without_a_file_fails_and_says_how_to_make_it() =>
        Should.Throw<ShouldAssertException>(() => GoldenEvents.TextOf("sample.opened/1", "tests/Kernel.Tests/golden/none")).Message.ShouldContain("YHTEYS_WRITE_GOLDEN=1");

    [Fact]
    public void The_fold_of_the_golden_events_is_as_before() =>
        GoldenFold.Check(new AccountView(), GoldenEvents.All(typeof(Sample).Assembly, Folder), "tests/Kernel.Tests/golden/account.txt");

    [Fact]
    public void Other_rows_without_a_new_version_fail() => Should.Throw<ShouldAssertException>(() =>
        GoldenFold.Compare(new AccountView(bonus: 1), GoldenEvents.All(typeof(Sample).Assembly, Folder), "tests/Kernel.Tests/golden/account.txt")).Message.ShouldContain("raise its Version");

    [Fact]
    public void Every_event_goes_through_every_fold_and_state()
    {
        var events = GoldenEvents.All(typeof(Sample).Assembly, Folder);
        GoldenFold.BearsEach(new AccountView(), events);
        GoldenFold.BearsEach(new TotalView(), events);
        GoldenFold.BearsEach<Account>(events);
    }
}
