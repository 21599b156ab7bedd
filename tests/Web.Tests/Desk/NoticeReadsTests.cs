using Yhteys.Demo.Population;

namespace Yhteys.Web.Tests.Desk;

/// <summary>The read log does not tell somebody that a notice about them is being made.</summary>
public sealed class NoticeReadsTests : IDisposable
{
    private readonly DeskCounty _county = new();

    [Fact]
    public async Task Whoever_a_notice_is_being_recorded_about_does_not_learn_it_from_the_log()
    {
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        (await nurse.Get($"/notices/new?person={DeskCounty.Eetu}")).Status.ShouldBe(200);
        _county.Log.Audit(new(Person: DeskCounty.Eetu)).ShouldContain(r => r.Screen == "record_contact");
        _county.Log.About(DeskCounty.Eetu).ShouldNotContain(r => r.Screen == "record_contact");
    }

    [Fact]
    public async Task Who_was_looked_up_for_a_notice_does_not_learn_it_from_the_log_once_the_notice_is_recorded()
    {
        using var nurse = await _county.App.SignedIn("guidance_nurse");
        using var doctor = await _county.App.SignedIn("doctor");
        (await doctor.Get($"/people/{DeskCounty.Eetu}")).Status.ShouldBe(200);
        (await nurse.Get($"/people/{DeskCounty.Eetu}")).Status.ShouldBe(200);
        var form = await nurse.Get($"/notices/new?person={DeskCounty.Eetu}");
        _county.Log.About(DeskCounty.Eetu).Count(r => r.Screen == "identity_card").ShouldBe(2, "opening the form hides nothing");

        var sent = await nurse.Submit(
            form, $"/notices/new?person={DeskCounty.Eetu}", ("Danger", "no"), ("Text", "Lapsi on yksin illat."), ("HelpWanted", "today"), ("Came", "own"), ("Kind", "duty"));

        sent.Status.ShouldBe(302);
        _county.Log.About(DeskCounty.Eetu).ShouldHaveSingleItem().Who.ShouldBe(DemoIds.Of("doctor"), "another's look has nothing to do with it");
        _county.Log.Audit(new(Person: DeskCounty.Eetu)).Count(r => r.Screen == "identity_card").ShouldBe(2);
    }

    public void Dispose() => _county.Dispose();
}
