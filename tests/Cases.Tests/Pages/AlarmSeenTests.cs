using Yhteys.Cases.Views;
using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;
using Yhteys.Residents;
using Yhteys.Testing;
using static Yhteys.Cases.Tests.Pages.CasesHost;

namespace Yhteys.Cases.Tests.Pages;

/// <summary>Whoever tells of danger reads that somebody at work has seen it, where they follow the matter.</summary>
public sealed class AlarmSeenTests
{
    [Fact]
    public async Task The_receipt_and_the_page_of_the_matter_tell_which_unit_has_seen_it_and_when()
    {
        await using var host = await Start();
        var matter = await Sent(host, "me");
        string[] pages = [CasesPages.Receipt(host.Journal.Find<MatterRow>(matter)!.Number), CasesPages.Messages(matter)];
        foreach (var path in pages)
            Seen(await host.Get(path, Aino)).ShouldBeNull();

        await host.Append(matter, new DangerAlarmAcknowledged(matter, Aino, Nurse, Unit, "health"));
        foreach (var path in pages)
        {
            var told = Seen(await host.Get(path, Aino))!;
            told.ShouldContain("Asiakasohjaus on nähnyt ilmoituksen vaarasta 10.3.2026 klo\u00a0");
            told.ShouldContain("Jos vaara ei ole ohi, soita 112.");
        }

        (await host.Get(pages[1], Aino)).Document.QuerySelector("#story")!.TextContent.ShouldContain("Ilmoitus vaarasta on nähty");
        host.Journal.Find<AlarmRow>(matter)!.ByUnit.ShouldBe(Unit);
        (await host.Get(pages[0], Stranger)).Status.ShouldBe(404);

        await host.Append(matter, new MatterClosed(matter, "advised", "health"));
        Seen(await host.Get(pages[1], Aino)).ShouldBeNull("what happens next is that it has ended");
    }

    [Fact]
    public async Task A_guardian_is_not_told_the_unit_where_somebody_is_under_non_disclosure_and_nothing_of_what_is_kept_from_them()
    {
        await using var host = await Start();
        var matter = await Sent(host, Child.ToString());
        await host.Append(Child, new NonDisclosureSet(Child));
        await host.Append(matter, new DangerAlarmAcknowledged(matter, Child, Nurse, Unit, "health"));
        var told = Seen(await host.Get(CasesPages.Messages(matter), Aino))!;
        told.ShouldContain("Ammattilainen on nähnyt ilmoituksen vaarasta");
        told.ShouldNotContain("Asiakasohjaus");

        await host.Append(matter, new KeptFromGuardians(matter, "interest_of_child", "not_asked", false, Seal.With(matter, "Syy."), "health"));
        var receipt = await host.Get(CasesPages.Receipt(host.Journal.Find<MatterRow>(matter)!.Number), Aino);
        (receipt.Status, Seen(receipt)).ShouldBe((200, null));
    }

    [Fact]
    public void What_a_notifier_told_is_not_told_on()
    {
        var matter = Guid.NewGuid();
        IEvent given = new NoticeGiven(matter, Seal.With(matter, new Notifier(Stranger, null, null, null)), "private", "web", true, false, null, "social");
        IEvent acknowledged = new DangerAlarmAcknowledged(matter, Aino, Nurse, Unit, "social");
        AlarmSeen.Of(Of(acknowledged), place: true).ShouldNotBeNull();
        AlarmSeen.Of(Of(given, acknowledged), place: true).ShouldBeNull();
        MatterStory.IsNews(acknowledged).ShouldBeTrue("it comes to the open page at once");

        IReadOnlyList<Recorded> Of(params IEvent[] events) =>
            [.. events.Select((e, i) => new Recorded(i + 1, matter, i + 1, "", e, TestClock.OrdinaryTuesday, TestClock.OrdinaryTuesday, Actor.System, "test", Guid.NewGuid()))];
    }

    private static string? Seen(Page page) => page.Document.QuerySelector("#alarm-seen")?.TextContent;

    private static async Task<Guid> Sent(CasesHost host, string whom)
    {
        (await host.Post(CasesPages.Contact, Aino, ("For", whom), ("Danger", "yes"), ("ServiceLine", "primary_care"), ("Text", "Hän ei herää."), ("HelpWanted", "today"), ("ReplyBy", "web"))).Status.ShouldBe(302);
        return host.Journal.Query<MatterRow>(v => $"select * from {v.Table<MatterRow>()}").Single().Matter;
    }
}
