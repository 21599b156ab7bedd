using Yhteys.Cases;

namespace Yhteys.Web.Tests.Desk;

/// <summary>On a phone the page of a matter is read from top to bottom in the order of its text: what is to be done is not beneath the limits.</summary>
public sealed class OrderOfThePageTests : IDisposable
{
    private readonly DeskCounty _county = new();

    [Fact]
    public async Task Who_and_danger_come_first_then_what_is_done_next_then_what_was_said_and_last_limits_and_history()
    {
        var matter = _county.Contact(DeskCounty.Aino, danger: true);
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        await Reads(nurse, matter, "alarm", "identity", "actions", "conversation", "clocks", "snapshot", "history");
    }

    [Fact]
    public async Task A_notice_is_read_before_a_childs_urgency_is_judged_and_that_before_all_else_that_can_be_done()
    {
        var matter = _county.Notice(DeskCounty.Eetu);
        using var worker = await _county.App.SignedIn("social_worker");
        await Reads(worker, matter, "conversation", "notice", "judge", "actions", "clocks", "sight");
        _county.Run(matter, new UrgencyJudged(matter, false, Kernel.Sealing.Seal.With(matter, "Puhuin koulun kanssa."), new(2026, 3, 10), "social_worker", "licensed", "social"));
        await Reads(worker, matter, "actions", "conversation", "clocks", "notice", "sight");
    }

    [Fact]
    public async Task Of_a_closed_one_it_is_first_asked_whether_it_is_opened_again()
    {
        var matter = _county.Contact(DeskCounty.Aino);
        _county.Run(matter, new MatterClosed(matter, "advised", "health"));
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        await Reads(nurse, matter, "reopen", "conversation", "clocks", "history");
    }

    public void Dispose() => _county.Dispose();

    private static async Task Reads(Browser reader, Guid matter, params string[] parts)
    {
        var page = await reader.Get($"/matters/{matter}");
        page.Document.QuerySelectorAll(string.Join(", ", parts.Select(p => "#" + p))).Select(e => e.Id!).ShouldBe(parts);
    }
}
