using Microsoft.Playwright;
using Yhteys.Access.Clocks;
using Yhteys.Web.Desk;
using static Microsoft.Playwright.Assertions;
using ClockWords = Yhteys.Access.Clocks.Explain.Words;

namespace Yhteys.Browser.Tests;

/// <summary>The main job, step by step, as a resident and the guidance nurse do it.</summary>
/// <param name="hands">Makes the hands of a reader.</param>
internal sealed class MainJob(Func<Reader, Hands> hands)
{
    public const string Story = "Polveen sattuu portaissa, ja se on turvonnut kolme päivää. 🦵";

    private static readonly Dictionary<string, string> About =
        new(StringComparer.Ordinal) { ["fi"] = "polvi kipeä", ["sv"] = "ont i knäet", ["en"] = "knee pain" };

    /// <returns>The receipt number.</returns>
    public async Task<string> Contact(Reader resident)
    {
        var (page, by) = (resident.Page, hands(resident));
        await resident.Go("/contact");
        await by.Write(page.Locator("main [name=About]"), About[resident.Language]);
        if (!resident.Script)
            await by.Follow(Button(page, resident.Text<Cases.Texts>("Contact.FindTopic")));
        await by.Choose(page.Locator("main [name=Topic]").First);
        await by.Choose(Choice(page, resident.Said("emergency.danger_no")));
        await by.Choose(page.Locator("main [name=For][value=me]"));
        await by.Write(page.Locator("main textarea[name=Text]"), Story);
        await by.Choose(Choice(page, resident.Text<Cases.Texts>("hurry.days")));
        await by.Choose(Choice(page, resident.Text<Cases.Texts>("reply.web")));
        await by.Follow(Button(page, resident.Said("contact.send")));
        await page.WaitForURLAsync("**/receipt/**");
        var number = page.Url[(page.Url.LastIndexOf('/') + 1)..];
        await Expect(page.Locator(".notice.success").First).ToContainTextAsync(number);
        return number;
    }

    public async Task Take(Reader nurse, string number)
    {
        var (page, by) = (nurse.Page, hands(nurse));
        await nurse.Go("/worklist?whose=free");
        await by.Follow(Row(page, number).GetByRole(AriaRole.Button, new() { Name = nurse.Text<DeskTexts>("Take") }));
        await nurse.Go("/worklist?whose=mine");
        await by.Follow(Row(page, number).GetByRole(AriaRole.Link));
        await Expect(page.Locator(".message").First).ToContainTextAsync(Story);
    }

    public async Task Assess(Reader nurse)
    {
        var (page, by) = (nurse.Page, hands(nurse));
        await by.Press(page.Locator("#assess > summary"));
        await by.Choose(Choice(page, nurse.Text<Assessment.Texts>("urgency.non_urgent")));
        await by.Choose(Choice(page, nurse.Text<Assessment.Texts>("outcome.appointment")));
        await by.Choose(page.Locator("[name=MedicalReason][value=true]"));
        await by.Choose(page.Locator("[name=GeneralMedicine][value=true]"));
        await by.Follow(Button(page, nurse.Text<Assessment.Texts>("Assess.Button")));
        await Expect(page.Locator(".page-heading")).ToContainTextAsync(nurse.Text<DeskTexts>("Stage_assessed"));
    }

    public async Task Offer(Reader nurse)
    {
        var (page, by) = (nurse.Page, hands(nurse));
        await by.Press(page.Locator("#offer > summary"));
        await by.Choose(page.Locator("#offer [name=Slot]").First);
        await by.Follow(Button(page, nurse.Text<Booking.Texts>("Offer.Button")));
    }

    public async Task Accept(Reader resident)
    {
        await resident.Go("/my-appointments");
        await hands(resident).Follow(Button(resident.Page, resident.Text<Booking.Texts>("step.accept")).First);
        await Expect(resident.Page.Locator("main")).ToContainTextAsync(resident.Text<Booking.Texts>("status.booked"));
    }

    /// <summary>Arrived and attended, after which the clocks are met.</summary>
    public async Task Visit(Reader nurse)
    {
        var (page, by) = (nurse.Page, hands(nurse));
        await page.ReloadAsync();
        await by.Follow(Button(page, nurse.Text<Booking.Texts>("step.arrived")));
        await by.Follow(Button(page, nurse.Text<Booking.Texts>("step.attended")));
        await by.Press(page.Locator("#clocks-settled > summary"));
        var met = page.Locator("#clocks-settled .badge", new() { HasTextString = ClockWords.State(ClockState.Met).In(nurse.Language) });
        (await met.CountAsync()).ShouldBeGreaterThanOrEqualTo(2, "the limits of assessment and of care are met");
    }

    private static ILocator Row(IPage page, string number) => page.Locator("tbody tr", new() { HasText = number });

    private static ILocator Choice(IPage page, string label) => page.GetByRole(AriaRole.Radio, new() { Name = label, Exact = true });

    private static ILocator Button(IPage page, string text) => page.GetByRole(AriaRole.Button, new() { Name = text });
}
