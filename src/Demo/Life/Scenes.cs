using NodaTime;
using Yhteys.Calendar;
using Yhteys.Cases;
using Yhteys.Cases.Views;
using Yhteys.Content;
using Yhteys.Demo.Population;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Residents;
using Yhteys.Residents.Identity;
using Yhteys.Residents.Vault;
using Yhteys.Ui;

namespace Yhteys.Demo.Life;

/// <summary>Rare things that a county of any size should show: each happens once, to people whom the sign-in offers where it can.</summary>
internal sealed class Scenes(Script script, DemoOptions options, ContentInUse inUse, IReadOnlyList<DemoProfessional> staff, IReadOnlyList<Resident> people)
{
    private readonly ContentSnapshot content = inUse.Content;
    private readonly Dice _dice = Dice.For(options.Seed, "scenes");
    private readonly Resident[] _adults = [.. people.SkipLast(3).Where(p => p.AgeOn(FinnishTime.Day(options.Begin)) is >= 25 and < 65)];

    private Resident Aino => people[^3];
    private Resident Eetu => people[^2];

    public void Make()
    {
        if (options.Weeks == 0 || _adults.Length < 4)
            return;
        var notices = new Notices(script, Dice.For(options.Seed, "notices"), inUse, staff);
        AinoIsWorriedAbout(notices);
        SomebodyTellsOfEetu(notices);
        SomebodyUnknown();
        WrongPerson();
        EetuAlone("kept", 6);
        EetuAlone("released", 5);
        Alarm(options.Until - Duration.FromHours(26), acknowledged: true);
        Alarm(options.Until - Duration.FromMinutes(4), acknowledged: false);
    }

    // A neighbour tells of Aino; the matter is opened to her, and then she sees it.
    private void AinoIsWorriedAbout(Notices notices)
    {
        var neighbour = _adults[0];
        var story = notices.Give(At(8), Aino, Person(neighbour), Name(neighbour), "private");
        var matter = story.Matter;
        story.WaitForWork(2);
        story.Take();
        story.WaitForWork(1);
        var who = story.Handler.Appoint.Professional;
        story.Do((work, _, _) => OpenNotifier.Decide(work.State<Matter>(matter), new(matter, who, ExampleTexts.OpenReason)));
        story.WaitForWork(20);
        var today = FinnishTime.Day(story.Now);
        story.Do((work, _, _) => ReleaseTo.Decide(
            work.State<Matter>(matter), new(matter, ReleaseTo.Person, null, ExampleTexts.ReleaseReason), work.Row<PersonRow>(Aino.Id), today));
        story.WaitForWork(0.2);
        story.Write(ExampleTexts.Question(story.Language), asks: true);
    }

    // A professional tells of Eetu: his guardian sees nothing of it.
    private void SomebodyTellsOfEetu(Notices notices)
    {
        var teller = staff.First(s => s.Appoint.Profession == "public_health_nurse");
        var story = notices.Give(At(4), Eetu, new("staff", teller.Appoint.Professional, teller.Role.Role, teller.Role.Unit), Name(teller), "duty");
        story.Wait(0.4);
        story.Take();
        story.Wait(0.1);
        Notices.Judge(story, urgent: false);
    }

    // Aino tells of a child whose name she does not know; the social worker finds out who it is.
    private void SomebodyUnknown()
    {
        var at = At(3);
        var (person, matter, day) = (_dice.Id(), _dice.Id(), Workday.Office.CountsFor(at));
        var reader = staff.First(s => s.Appoint.Profession == "social_worker" && s.Role.Unit == DemoIds.Unit("social_centre"));
        var command = new GiveNotice(
            matter, ReceiptNumber.Of(_dice.Next()), _dice.Id(), new(person, null, true, nameof(Sex.Unknown), "fi", null), "web", ExampleTexts.Worry("fi"), "today",
            new(Aino.Id, Name(Aino), Aino.Phone, null), "private", StaysUnnamed: true, Whereabouts: ExampleTexts.Whereabouts);
        var register = new RegisterPerson(person, new(null, null), null, null, Sex.Unknown, "fi", TemporaryId.FromNumber(900_001));
        script.At(at, Person(Aino), "notice", matter, work => RegisterPerson.Decide(work.State<PersonState>(person), register, null, false, day)
            .And(GiveNotice.Decide(work.State<Matter>(matter), command, content.Services, Notices.Units(work), Workday.Office, work.Context(matter))));

        var story = new MatterStory(script, _dice, matter, Aino, Person(Aino), reader, inUse);
        story.Begin(at);
        story.Wait(0.3);
        story.Take();
        story.Wait(0.1);
        Notices.Judge(story, urgent: true);
        story.WaitForWork(3);
        var (today, code) = (FinnishTime.Day(story.Now), Hetu.Artificial(day.PlusYears(-9), Sex.Female, 298));
        story.Do((work, _, _) => ConfirmPerson.Decide(
            work.State<Matter>(matter), work.State<PersonState>(person), new(matter, code, ExampleTexts.OpenReason), null,
            [work.Row<MatterRow>(matter)!], acceptReal: false, today));
    }

    // A call is recorded for one of two people with the same name, and put right.
    private void WrongPerson()
    {
        var (wrong, right) = (_adults[1], _adults[2]);
        var unit = DemoIds.Unit("guidance_centre");
        var nurse = staff.First(s => s.Role.Unit == unit && s.Role.Role == Roles.GuidanceNurse);
        var (matter, line) = (_dice.Id(), content.Services.Line("primary_care")!);
        var story = new MatterStory(script, _dice, matter, wrong, Person(wrong), nurse, inUse);
        story.Begin(At(7));
        var command = new ReceiveContact(
            matter, ReceiptNumber.Of(_dice.Next()), wrong.Id, null, line.Id, null, unit, "phone", ExampleTexts.Contact(line.Name, wrong.Language), "days", "phone");
        var counts = Workday.Office.CountsFor(story.Now);
        story.Do((work, _, context) => ReceiveContact.Decide(work.State<Matter>(matter), command, work.Row<PersonRow>(wrong.Id), line, work.Row<UnitRow>(unit), counts, context));
        story.WaitForWork(1);
        var health = DemoIds.Unit("health_centre");
        story.Do((work, _, context) => ReferMatter.Decide(work.State<Matter>(matter), new(matter, line.Id, health, ExampleTexts.Reason), line, work.Row<UnitRow>(health), FinnishTime.Day(context.Now)));
        story.WaitForWork(1);
        story.Do((work, _, _) => MoveToRightPerson.Decide(work.State<Matter>(matter), new(matter, ExampleTexts.WrongReason, Compared: right.Id), work.Row<PersonRow>(right.Id)));
    }

    // Eetu of 15 contacts alone; a professional asks what he wants his guardian to know.
    private void EetuAlone(string decision, int daysAgo)
    {
        var unit = DemoIds.Unit("guidance_centre");
        var nurse = staff[0];
        var (matter, line) = (_dice.Id(), content.Services.Line("primary_care")!);
        var story = new MatterStory(script, _dice, matter, Eetu, Person(Eetu), nurse, inUse);
        story.Begin(At(daysAgo));
        var command = new ReceiveContact(matter, ReceiptNumber.Of(_dice.Next()), Eetu.Id, null, line.Id, null, unit, "web", ExampleTexts.Contact(line.Name, "fi"), "today",
            MinorWill: decision == "kept" ? MinorWills.Forbids : null);
        var counts = Workday.Office.CountsFor(story.Now);
        story.ByResident((work, context) => ReceiveContact.Decide(work.State<Matter>(matter), command, work.Row<PersonRow>(Eetu.Id), line, work.Row<UnitRow>(unit), counts, context));
        story.WaitForWork(1);
        story.Take();
        story.WaitForWork(0.5);
        var today = FinnishTime.Day(story.Now);
        story.Do((work, _, _) => decision == "kept"
            ? KeepFromGuardians.Decide(work.State<Matter>(matter), new(matter, "minor_forbids", MinorWills.Forbids, ExampleTexts.KeepReason), work.Row<PersonRow>(Eetu.Id), today)
            : ReleaseTo.Decide(work.State<Matter>(matter), new(matter, ReleaseTo.Guardians, "permits", ExampleTexts.ReleaseReason), work.Row<PersonRow>(Eetu.Id), today));
    }

    private void Alarm(Instant at, bool acknowledged)
    {
        var who = _adults[3];
        var unit = DemoIds.Unit("on_call");
        var (matter, line) = (_dice.Id(), content.Services.Line("adult_social")!);
        var worker = staff.First(s => s.Role.Unit == unit && s.Appoint.Profession == "social_worker");
        var story = new MatterStory(script, _dice, matter, who, Person(who), worker, inUse);
        story.Begin(at);
        var command = new ReceiveContact(
            matter, ReceiptNumber.Of(_dice.Next()), who.Id, null, line.Id, null, unit, "web", ExampleTexts.Danger(who.Language), "now", "phone", Danger: true, Alarms: unit);
        var counts = Workday.Office.CountsFor(at);
        story.ByResident((work, context) => ReceiveContact.Decide(work.State<Matter>(matter), command, work.Row<PersonRow>(who.Id), line, work.Row<UnitRow>(unit), counts, context));
        if (!acknowledged)
            return;
        story.Wait(0.05);
        story.Acknowledge();
        story.Wait(0.02);
        story.Take();
    }

    private Instant At(int daysAgo) => Workday.Worked(options.Until - Duration.FromDays(Math.Min(daysAgo, (7 * options.Weeks) - 1)), _dice);

    private static Actor Person(Resident who) => new("person", who.Id, Roles.Resident);

    private static string Name(Resident who) => $"{who.GivenNames} {who.Surname}";

    private static string Name(DemoProfessional who) => $"{who.Appoint.GivenName} {who.Appoint.Surname}";
}
