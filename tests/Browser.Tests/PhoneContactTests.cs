using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Yhteys.Cases;
using Yhteys.Cases.Views;
using Yhteys.Demo.Population;
using Yhteys.Residents.Identity;
using Yhteys.Residents.Vault;
using static Microsoft.Playwright.Assertions;

namespace Yhteys.Browser.Tests;

/// <summary>A contact by phone, recorded by a practised user: at most 45 keystrokes and under 16 seconds (issue 2 § 4).</summary>
public sealed class PhoneContactTests(County county, Chromium chromium)
{
    private const int MostKeystrokes = 45, MostSeconds = 16;

    [Fact]
    public Task Of_a_known_person() => BestOf(async (nurse, by, _) =>
    {
        await Code(nurse, by, Known());
        await Expect(nurse.Page.Locator(".identity-card")).ToContainTextAsync("Göran Exempel");
        await Open(nurse, by);
        await Tell(nurse, by, "kuume 39 ja yskä, ei mene ohi");
        await nurse.Loads(() => by.Key("Control+Enter"));

        var contact = await Recorded(nurse);
        (contact.Person, contact.ServiceLine, contact.Channel, contact.HelpWanted, contact.ReplyBy, contact.Danger)
            .ShouldBe((DemoIds.Person("older_resident"), "primary_care", "phone", "days", "phone", false));
    });

    [Fact]
    public Task Of_a_person_who_is_new() => BestOf(async (nurse, by, attempt) =>
    {
        await Code(nurse, by, Hetu.Artificial(new LocalDate(1931, 5, 7), Sex.Female, 77 + attempt));
        await Open(nurse, by);
        await by.Type("aino");
        await by.Key("Tab");
        await by.Type("virta");
        await Open(nurse, by);
        await Expect(nurse.Page.Locator(".identity-card")).ToContainTextAsync("7.5.1931");
        await Open(nurse, by);
        await Tell(nurse, by, "hammas lohkesi");
        await nurse.Loads(() => by.Key("Control+Enter"));
        await Expect(nurse.Page.Locator(".error-summary")).ToContainTextAsync(nurse.Text<Cases.Texts>("Record.PhoneMissing"));
        await nurse.Loads(() => by.Key("Control+Enter"));

        (await Recorded(nurse)).ServiceLine.ShouldBe("oral_health");
    });

    [Fact]
    public async Task Without_script_it_is_the_same_with_more_keys()
    {
        await using var nurse = await chromium.Open(county, script: false);
        var by = await AtPeople(nurse);

        await Code(nurse, by, Known());
        await Open(nurse, by);
        await Expect(nurse.Page.Locator("[name=Danger][value=no]")).ToBeFocusedAsync();
        await by.Key("Space");
        await by.Key("Tab");
        await by.Type("kuume");
        var send = nurse.Page.Locator("main button[type=submit]");
        while (!await send.EvaluateAsync<bool>("e => e === document.activeElement"))
            await by.Key("Tab");
        await nurse.Loads(() => by.Key("Enter"));

        (await Recorded(nurse)).Danger.ShouldBeFalse();
    }

    [Fact]
    public async Task Danger_is_asked_and_answered_by_nobody_else()
    {
        await using var nurse = await chromium.Open(county);
        await nurse.SignIn("guidance_nurse");
        await nurse.Go($"/contacts/new?person={DemoIds.Person("older_resident")}");
        (await nurse.Page.Locator("[name=Danger]:checked").CountAsync()).ShouldBe(0);

        await nurse.Page.Locator("[name=Text]").FillAsync("rintakipu");
        await nurse.Loads(() => nurse.Page.Keyboard.PressAsync("Control+Enter"));

        await Expect(nurse.Page.Locator(".error-summary")).ToContainTextAsync(nurse.Text<Cases.Texts>("Contact.DangerMissing"));
        (await nurse.Page.Locator("[name=Text]").InputValueAsync()).ShouldBe("rintakipu");
    }

    private static async Task<Typist> AtPeople(Reader nurse)
    {
        await nurse.SignIn("guidance_nurse");
        await nurse.Go("/people");
        await Expect(nurse.Page.Locator("[name=Code]")).ToBeFocusedAsync();
        return new Typist(nurse.Page);
    }

    private static async Task Code(Reader nurse, Typist by, string code)
    {
        await by.Type(code.ToLowerInvariant());
        await Open(nurse, by);
    }

    /// <summary>Presses Enter and sees the page that comes. It is loaded a moment before it is shown and has its focus: nobody presses a key in between.</summary>
    private static async Task Open(Reader nurse, Typist by)
    {
        await nurse.Loads(() => by.Key("Enter"));
        await Expect(nurse.Page.Locator("main :focus")).ToBeVisibleAsync();
    }

    /// <summary>Answers the question of danger by its first letter, and writes; the service guessed from the words is then seen.</summary>
    private async Task Tell(Reader nurse, Typist by, string words)
    {
        await Expect(nurse.Page.Locator("[name=Danger][value=no]")).ToBeFocusedAsync();
        await by.Key("e");
        await Expect(nurse.Page.Locator("[name=Danger][value=no]")).ToBeCheckedAsync();
        await by.Type(words);
        var line = county.Content.Services.Line(words.StartsWith("hammas", StringComparison.Ordinal) ? "oral_health" : "primary_care")!;
        await Expect(nurse.Page.Locator("[name=ServiceLine] option:checked")).ToContainTextAsync(line.Name.In(nurse.Language));
    }

    private async Task<ContactReceived> Recorded(Reader nurse)
    {
        await nurse.Page.WaitForURLAsync("**/contacts/recorded/**");
        var number = nurse.Page.Url[(nurse.Page.Url.LastIndexOf('/') + 1)..];
        await Expect(nurse.Page.Locator(".notice.success")).ToContainTextAsync(number);
        var row = county.Journal.Query<MatterRow>(v => $"select * from {v.Table<MatterRow>()} where number = @number", new { number }).Single();
        row.Immediate.ShouldBeFalse("nothing sets urgency by itself");
        return (ContactReceived)county.Journal.Stream(row.Matter)[0].Event;
    }

    private string Known()
    {
        var people = county.Services.GetRequiredService<People>();
        return people.CodeOf(people.Find(DemoIds.Person("older_resident"))!)!;
    }

    /// <summary>
    /// What else the machine does meanwhile is no part of the figure: of three attempts one must be in time, and all in keystrokes. What is left of the time beside
    /// the typing, the waiting for pages, is stretched by the crowd.
    /// </summary>
    private async Task BestOf(Func<Reader, Typist, int, Task> record)
    {
        const int Attempts = 3;
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            await using var nurse = await chromium.Open(county);
            var by = await AtPeople(nurse);
            await record(nurse, by, attempt);
            var seconds = by.Taken.TotalSeconds;
            TestContext.Current.TestOutputHelper?.WriteLine($"{by.Keystrokes} keystrokes, {seconds:0.0} s");
            by.Keystrokes.ShouldBeLessThanOrEqualTo(MostKeystrokes);
            if (by.Taken - by.BetweenKeys < (TimeSpan.FromSeconds(MostSeconds) - by.BetweenKeys) * Crowding())
                return;
        }

        Assert.Fail($"No attempt took less than {MostSeconds} s.");
    }

    /// <summary>How many run for each core now: so much longer everything takes. At least one, and of more than two nobody knows how slow the program is.</summary>
    private static double Crowding() => Math.Clamp(double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture) / Environment.ProcessorCount, 1, 2);
}
