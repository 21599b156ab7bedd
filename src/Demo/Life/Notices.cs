using NodaTime;
using Yhteys.Calendar;
using Yhteys.Cases;
using Yhteys.Content;
using Yhteys.Demo.Population;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Ui;

namespace Yhteys.Demo.Life;

/// <summary>Notices of worry: who tells, of whom, and how a social worker takes them on.</summary>
internal sealed class Notices(Script script, Dice dice, ContentInUse content, IReadOnlyList<DemoProfessional> staff)
{
    /// <summary>A social worker of the unit that a notice comes to: at night and on days off the one that is always staffed.</summary>
    public DemoProfessional Reader(Instant at, bool child) => dice.Pick(staff.Where(s =>
        s.Appoint.Profession == "social_worker" && s.Role.Unit == DemoIds.Unit(child && !Workday.Office.IsOpen(at) ? "on_call" : child ? "social_centre" : "guidance_centre")).ToList()
        is { Count: > 0 } workers ? workers : [.. staff.Where(s => s.Role.Unit == DemoIds.Unit("guidance_centre") && s.Role.Role == Roles.SocialWorker)]);

    /// <summary>A resident or a professional tells of somebody.</summary>
    /// <returns>The story, at the moment of the notice.</returns>
    public MatterStory Give(Instant at, Resident about, Actor by, string? name, string kind, bool danger = false)
    {
        var (matter, day) = (dice.Id(), Workday.Office.CountsFor(at));
        var age = about.AgeOn(FinnishTime.Day(at));
        var story = new MatterStory(script, dice, matter, about, new("person", about.Id, Roles.Resident), Reader(at, age < 18), content);
        story.Begin(at);
        var command = new GiveNotice(
            matter, ReceiptNumber.Of(dice.Next()), dice.Id(), new(about.Id, age, null, about.Sex.ToString(), about.Language, about.NonDisclosure ? null : about.Municipality),
            by.Kind == "staff" ? "own" : "web", ExampleTexts.Worry(about.Language), danger ? "now" : "days",
            new(by.Kind == "person" ? by.Id : null, name, null, null), kind, StaysUnnamed: dice.Chance(0.3), PersonKnows: dice.Chance(0.4), Danger: danger);
        script.At(at, by, "notice", matter, work => GiveNotice.Decide(work.State<Matter>(matter), command, content.Content.Services, Units(work), Workday.Office, work.Context(matter)));
        return story;
    }

    /// <summary>The urgency of a child's notice is judged at once; the rest goes as any matter of social care.</summary>
    public static void Judge(MatterStory story, bool urgent)
    {
        var (matter, today) = (story.Matter, FinnishTime.Day(story.Now));
        story.Do((work, professional, _) => JudgeUrgency.Decide(work.State<Matter>(matter), new(matter, urgent, ExampleTexts.Note), professional, today));
    }

    public static IReadOnlyList<UnitRow> Units(Work work) => work.Query<UnitRow>(v => $"select * from {v.Table<UnitRow>()} order by openedon, unit");
}
