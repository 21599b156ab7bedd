using NodaTime;
using Yhteys.Calendar;
using Yhteys.Cases;
using Yhteys.Content;
using Yhteys.Demo.Population;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Residents.Vault;
using Yhteys.Ui;

namespace Yhteys.Demo.Life;

/// <summary>Who contacts the county, when and why, and what comes of it.</summary>
internal sealed class Contacts(Script script, DemoOptions options, ContentInUse inUse, IReadOnlyList<DemoProfessional> staff, IReadOnlyList<Resident> people)
{
    /// <summary>Contacts a week for each resident.</summary>
    private const double Weekly = 0.08;

    internal static readonly LineShare[] Lines =
    [
        new("primary_care", 46), new("oral_health", 20, From: 3), new("child_health_clinic", 30, 0, 6), new("student_health", 15, 13, 22),
        new("mental_health_addiction", 6, 13, 90), new("adult_social", 6, 18, 64), new("family_social", 5, 0, 17), new("child_welfare", 4, 0, 17),
        new("older_people", 14, From: 65), new("disability", 2), new("social_assistance", 3, 18, 64),
        new("student_welfare", 8, 7, 19),
    ];

    // Whoever signs in as one of the three finds matters of both registers, older and newer ones: the person from the last, the line, hours ago.
    private static readonly (int FromLast, string Line, int HoursAgo)[] OfPersonas =
    [
        (3, "primary_care", 190), (3, "adult_social", 146), (3, "oral_health", 20), (3, "primary_care", 2),
        (2, "mental_health_addiction", 120), (2, "student_health", 5), (1, "older_people", 170), (1, "primary_care", 70),
    ];

    private readonly ContentSnapshot content = inUse.Content;
    private readonly Dice _dice = Dice.For(options.Seed, "life");
    private readonly Resident[] _known = [.. people.Where(p => p.BirthDate < FinnishTime.Day(options.Begin))];

    public void Make()
    {
        if (options.Weeks == 0)
            return;
        var care = new HealthCare(new Diary(script, options.Begin, options.Until, staff, content.Services, Dice.For(options.Seed, "schedules")), content.County.Booking);
        var notices = new Notices(script, Dice.For(options.Seed, "told"), inUse, staff);
        foreach (var (fromLast, line, hoursAgo) in OfPersonas)
            if (options.Until - Duration.FromHours(hoursAgo) is var at && at > options.Begin + Duration.FromHours(1))
                Contact(at, _known[^fromLast], care, notices, line);
        for (var day = FinnishTime.Day(options.Begin); day <= FinnishTime.Day(options.Until); day = day.PlusDays(1))
            foreach (var at in Workday.Contacts(day, Weekly * _known.Length / 5.75, _dice).Order())
                if (at > options.Begin + Duration.FromHours(1))
                    Contact(at, _dice.Chance(0.01) ? _known[^(1 + _dice.Below(3))] : _dice.Pick(_known), care, notices);
        for (var i = 0; i < options.Untouched; i++)
            Contact(options.Until - (options.Until - options.Begin - Duration.FromHours(2)) * (_dice.Share() * _dice.Share()), _dice.Pick(_known), null, notices);
    }

    /// <param name="care">Null when nobody opens the contact.</param>
    private void Contact(Instant at, Resident person, HealthCare? care, Notices notices, string? asked = null)
    {
        var age = person.AgeOn(FinnishTime.Day(at));
        var line = asked ?? LineShare.Choose(Lines, age, _dice);
        if (line == ChildWelfare.Line)
        {
            Notice(at, person, notices, opened: care is not null);
            return;
        }

        var service = content.Services.Line(line)!;
        var danger = line is "primary_care" or "adult_social" && _dice.Chance(0.006);
        var unit = Unit(line, danger);
        var handler = Handler(unit, service.Register);
        var matter = _dice.Id();
        var resident = MatterStory.Speaker(person, age, people);
        Guid? by = resident.Id == person.Id ? null : resident.Id;
        var channel = Channel(at);
        var story = new MatterStory(script, _dice, matter, person, resident, handler, inUse);
        story.Begin(at);

        var topics = content.Topics.Where(t => t.Line == line).ToList();
        var topic = topics.Count > 0 && _dice.Chance(0.9) ? _dice.Pick(topics) : null;
        var command = new ReceiveContact(
            matter, ReceiptNumber.Of(_dice.Next()), person.Id, by, line, topic?.Id, unit, channel, ExampleTexts.Contact(topic?.Name ?? service.Name, person.Language),
            danger ? "now" : _dice.PickWeighted([("today", 2.0), ("days", 5), ("no_hurry", 3)], h => h.Item2).Item1,
            channel == "phone" ? "phone" : "web", null, person.Language == "en" && _dice.Chance(0.3), age > 75 && _dice.Chance(0.1), danger, Alarms: danger ? unit : null);
        var counts = Workday.Office.CountsFor(at);
        Decision Decide(Work work, Context context) => ReceiveContact.Decide(
            work.State<Matter>(matter), line == "student_welfare" ? command with { SchoolClosed = SchoolDays.Closed(person.NonDisclosure ? [] : MatterStory.SchoolYears(work, person.Municipality ?? "")) } : command, work.Row<PersonRow>(person.Id), service, work.Row<UnitRow>(unit), counts, context);
        if (channel is "web" or "chat")
            script.At(at, resident, "own_matter", matter, work => Decide(work, work.Context(matter)));
        else
            story.Do((work, _, context) => Decide(work, context));

        if (care is null)
            return;
        if (danger)
        {
            story.Wait(0.1);
            story.Acknowledge();
            story.Wait(0.1);
        }
        else story.WaitForWork(channel is "phone" or "chat" or "walk_in" ? 0.05 : Delay());
        if (_dice.Chance(0.05))
            return;
        Handle(story, line, service.Register, care, danger);
    }

    // Somebody tells of a child; the notice is read at once, and at night the day's unit takes it in the morning.
    private void Notice(Instant at, Resident child, Notices notices, bool opened)
    {
        var teller = _dice.Pick(_known.Where(p => p.AgeOn(FinnishTime.Day(at)) >= 18).ToList());
        var story = notices.Give(at, child, new("person", teller.Id, Roles.Resident), $"{teller.GivenNames} {teller.Surname}", _dice.Pick(GiveNotice.Kinds.Where(k => k != "unnamed").ToList()));
        if (!opened)
            return;
        story.Wait(0.1 + _dice.Share());
        story.Take();
        story.Wait(0.05);
        Notices.Judge(story, _dice.Chance(0.15));
        story.WaitForWork(0.5);
        if (_dice.Chance(0.2))
            story.Close("not_needed");
        else
            SocialCare.Go(story, ChildWelfare.Line);
    }

    private void Handle(MatterStory story, string line, string register, HealthCare care, bool danger)
    {
        story.Take();
        story.WaitForWork(0.1);
        if (_dice.Chance(0.04))
        {
            story.Release();
            story.WaitForWork(20);
            story.Take();
            story.WaitForWork(0.1);
        }

        if (line != "student_welfare" && _dice.Chance(0.04))
        {
            line = Refer(story, line, register);
            story.WaitForWork(10);
            story.Take();
            story.WaitForWork(0.1);
        }

        if (_dice.Chance(0.18))
        {
            story.Write(ExampleTexts.Question(story.Language), asks: true);
            if (_dice.Chance(0.2))
                return;
            story.Wait(1 + (_dice.Share() * 30));
            story.Answer(ExampleTexts.Reply(story.Language));
            story.WaitForWork(1);
        }

        if (_dice.Chance(0.04))
            story.Close(_dice.Pick(CloseMatter.WithoutCare.Where(o => o != "died").ToList()));
        else if (register == Registers.Health)
            care.Go(story, line);
        else if (line == "student_welfare")
            SocialCare.Talk(story);
        else
            SocialCare.Go(story, line, danger);
        if (_dice.Chance(0.02))
            story.Correct();
    }

    private string Refer(MatterStory story, string line, string register)
    {
        var (from, _, _, _) = Lines.First(l => l.Line == line);
        var target = register == Registers.Health ? (from == "primary_care" ? "mental_health_addiction" : "primary_care") : (from == "adult_social" ? "social_assistance" : "adult_social");
        var (unit, matter, service) = (Unit(target, false), story.Matter, content.Services.Line(target));
        story.Do((work, _, context) => ReferMatter.Decide(work.State<Matter>(matter), new(matter, target, unit, ExampleTexts.Reason), service, work.Row<UnitRow>(unit), FinnishTime.Day(context.Now)));
        story.Handler = Handler(unit, register);
        return target;
    }

    // Most are taken the same day, some wait for days.
    private double Delay() => _dice.Chance(0.75) ? _dice.Share() * 5 : _dice.Share() * 90;

    private Guid Unit(string line, bool danger) => danger
        ? DemoIds.Unit("on_call")
        : _dice.Pick(DemoUnits.All.Where(u => u.Key != "on_call" && u.Open.ServiceLines.Contains(line)).ToList()).Open.Unit;

    private DemoProfessional Handler(Guid unit, string register) => _dice.Pick(staff.Where(s =>
        s.Role.Unit == unit && Rights.May(s.Role.Role, Rights.MatterHandle, register)
        && content.Services.Profession(s.Appoint.Profession)!.Licence == "licensed").ToList());

    private string Channel(Instant at) =>
        Workday.Office.IsOpen(at) ? _dice.PickWeighted([("web", 45.0), ("phone", 40), ("chat", 10), ("walk_in", 5)], c => c.Item2).Item1
        : "web";
}
