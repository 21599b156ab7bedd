using NodaTime;
using Yhteys.Cases.Views;
using Yhteys.Ui;
using static Yhteys.Cases.Tests.Pages.CasesHost;

namespace Yhteys.Cases.Tests.Pages;

public sealed class ContactAsNoticeTests
{
    private static readonly Instant Saturday = Instant.FromUtc(2026, 3, 14, 10, 0);

    private static (string, string)[] Contact(string text, string line = ContactForm.DontKnow, params (string, string)[] more) =>
        [("For", "me"), ("Danger", "no"), ("ServiceLine", line), ("Text", text), ("HelpWanted", "days"), ("ReplyBy", "web"), .. more];

    private static MatterRow Only(CasesHost host) => host.Journal.Query<MatterRow>(v => $"select * from {v.Table<MatterRow>()}").ShouldHaveSingleItem();

    [Fact]
    public async Task A_childs_own_contact_of_child_welfare_goes_on_a_weekend_where_a_notice_goes()
    {
        var onCall = Guid.NewGuid();
        await using var host = await Start(Saturday);
        await host.Append(onCall, new Organisation.UnitOpened(onCall, new("Päivystys", "Jour", "On call"), "on_call", "272", ["child_welfare"], true, new(2023, 1, 1)));
        var there = Guid.NewGuid();
        await host.Append(there, new Organisation.ProfessionalAppointed(there, "Pia", "Päivystävä", "social_worker", "licensed", new(2023, 1, 1)));
        await host.Append(there, new Organisation.RoleGranted(there, onCall, Organisation.Roles.SocialWorker, new(2023, 1, 1)));
        var sent = await host.Post(CasesPages.Contact, Child, Contact("Pelkään kotona, isä lyö minua"));
        var row = Only(host);
        (row.ServiceLine, row.Unit).ShouldBe(("child_welfare", onCall));
        var receipt = await host.Get(sent.Location!, Child);
        receipt.Text.ShouldNotContain("Luemme viestisi");
    }

    [Fact]
    public async Task A_childs_own_contact_of_child_welfare_goes_in_office_hours_to_the_social_centre()
    {
        var onCall = Guid.NewGuid();
        await using var host = await Start();
        await host.Append(onCall, new Organisation.UnitOpened(onCall, new("Päivystys", "Jour", "On call"), "on_call", "272", ["child_welfare"], true, new(2023, 1, 1)));
        await host.Post(CasesPages.Contact, Child, Contact("Pelkään kotona, isä lyö minua"));
        Only(host).Unit.ShouldBe(SocialCentre);
    }

    [Fact]
    public async Task Who_records_a_notice_is_told_to_give_the_number_to_the_notifier_and_not_to_the_client()
    {
        await using var host = await Start();
        (await host.Post(CasesPages.NewNotice, Nurse, [
            ("Danger", "no"), ("Under18", "no"), ("Text", "Naapuri ei ole avannut ovea."), ("HelpWanted", "today"), ("Kind", "private"), ("Came", "phone")])).Status.ShouldBe(302);
        var receipt = await host.Get(CasesPages.Recorded(Only(host).Number), Nurse);
        receipt.Text.ShouldContain("Kerro asianumero ilmoittajalle.");
        receipt.Text.ShouldNotContain("Kerro asianumero asiakkaalle");
    }
}
