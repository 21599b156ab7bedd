using Yhteys.Cases.Views;
using Yhteys.Ui;
using static Yhteys.Cases.Tests.Pages.CasesHost;

namespace Yhteys.Cases.Tests.Pages;

public sealed class UrgentWordsTests
{
    private const string RedFlagText = "sana, joka voi liittyä hätätilanteeseen";

    private static (string, string)[] Contact(string text, string line = ContactForm.DontKnow, params (string, string)[] more) =>
        [("For", "me"), ("Danger", "no"), ("ServiceLine", line), ("Text", text), ("HelpWanted", "days"), ("ReplyBy", "web"), .. more];

    private static MatterRow Only(CasesHost host) => host.Journal.Query<MatterRow>(v => $"select * from {v.Table<MatterRow>()}").ShouldHaveSingleItem();

    [Theory]
    [InlineData("fi", "Itsemurha on mielessä")]
    [InlineData("en", "I have chest pain and my tooth aches")]
    [InlineData("en", "I have shortness of breath")]
    [InlineData("en", "signs of a stroke")]
    [InlineData("sv", "Jag vill ta mitt liv")]
    public async Task A_sign_of_an_emergency_goes_to_where_a_nurse_assesses(string language, string text)
    {
        await using var host = await Start();
        ContactForm.Guess(new FormState { ["Text"] = text }, ContentInUse.Of(host.Content), language, age: 38).ShouldBe("primary_care");
        ContactForm.Guess(new FormState { ["About"] = text, ["Text"] = "Xyzzy." }, ContentInUse.Of(host.Content), language, age: 38).ShouldBe("primary_care");
    }

    [Theory]
    [InlineData("en", "Hello, please call me")]
    [InlineData("en", "Please call me back today")]
    [InlineData("sv", "Hej, ring mig")]
    [InlineData("fi", "Hei, soittakaa minulle")]
    [InlineData("fi", "Hei, voisitteko soittaa minulle, kiitos")]
    [InlineData("fi", "Asia on vaikea")]
    [InlineData("fi", "(ei tekstiä)")]
    [InlineData("sv", "(ingen text)")]
    [InlineData("en", "(no text)")]
    public async Task Words_that_say_nothing_of_the_matter_lead_nowhere(string language, string text)
    {
        await using var host = await Start();
        ContactForm.Guess(new FormState { ["Text"] = text }, ContentInUse.Of(host.Content), language, age: 38).ShouldBeNull();
    }

    [Fact]
    public async Task Without_a_real_hit_the_contact_is_of_primary_care_and_a_sign_sets_no_urgency()
    {
        await using var host = await Start();
        (await host.Post(CasesPages.Contact, Aino, Contact("Itsemurha on mielessä"))).Status.ShouldBe(302);
        (Only(host).ServiceLine, Only(host).Immediate).ShouldBe(("primary_care", false));
    }

    [Fact]
    public async Task Words_typed_to_find_a_topic_repeat_the_emergency_text_also_to_a_script_and_reach_the_reader_of_the_matter()
    {
        await using var host = await Start();
        var found = await host.Post(CasesPages.Topics, Aino, ("About", "hengenahdistus"));
        found.Document.QuerySelector("#topics")!.TextContent.ShouldContain(RedFlagText);
        found.Document.QuerySelector("[name=Topic]")!.GetAttribute("value").ShouldBe("asthma_allergy");
        (await host.Post(CasesPages.Topics, Aino, ("About", "selkä kipeä"))).Text.ShouldNotContain(RedFlagText);

        var sent = await host.Post(CasesPages.Contact, Aino, Contact("Alkoi yöllä.", ContactForm.DontKnow, ("About", "hengenahdistus"), ("Topic", "asthma_allergy")));
        host.Keys.Open(host.Journal.Read().Select(r => r.Event).OfType<ContactReceived>().Single().Text).ShouldBe("hengenahdistus\n\nAlkoi yöllä.");
        (await host.Get(sent.Location!, Aino)).Text.ShouldContain(RedFlagText);
    }

    [Theory]
    [InlineData(null, "(ei tekstiä)")]
    [InlineData("rinta kipeä", "rinta kipeä")]
    public async Task Who_tells_of_danger_alarms_without_a_word(string? about, string stored)
    {
        await using var host = await Start();
        (string, string)[] form = [("For", "me"), ("Danger", "yes"), ("Text", " "), .. about is null ? [] : new[] { ("About", about) }];
        (await host.Post(CasesPages.Contact, Aino, form)).Status.ShouldBe(302);
        var row = Only(host);
        host.Journal.Find<AlarmRow>(row.Matter).ShouldNotBeNull();
        host.Keys.Open(host.Journal.Stream(row.Matter).Select(r => r.Event).OfType<ContactReceived>().Single().Text).ShouldBe(stored);
    }

    [Fact]
    public async Task A_notice_of_danger_alarms_without_a_word()
    {
        await using var host = await Start();
        (await host.Post(CasesPages.Worry, Aino, ("Danger", "yes"))).Status.ShouldBe(302);
        var row = Only(host);
        host.Journal.Find<AlarmRow>(row.Matter).ShouldNotBeNull();
        (row.ServiceLine, row.HelpWanted).ShouldBe(("child_welfare", "now"), "one whose age nobody knows gets the protection of a child");
    }
}
