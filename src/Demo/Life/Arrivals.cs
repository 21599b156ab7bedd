using NodaTime;
using Yhteys.Assessment;
using Yhteys.Calendar;
using Yhteys.Cases;
using Yhteys.Demo.Population;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Residents.Identity;
using Yhteys.Residents.Vault;
using Yhteys.Ui;

namespace Yhteys.Demo.Life;

/// <summary>What opens a matter without a contact of the client: referrals to specialised care, and births.</summary>
internal sealed class Arrivals(Script script, DemoOptions options, ContentInUse content, IReadOnlyList<DemoProfessional> staff, IReadOnlyList<Resident> people)
{
    /// <summary>A working day's referrals and births for each resident.</summary>
    private const double Referrals = 0.0007, Births = 0.00004;

    internal static readonly LineShare[] Lines = [new("specialised_care", 6), new("primary_specialised_care", 2, From: 18), new("youth_psychiatry", 1.5, 6, 21)];

    private readonly Dice _dice = Dice.For(options.Seed, "arrivals");
    private readonly Resident[] _known = [.. people.Where(p => p.BirthDate < FinnishTime.Day(options.Begin))];

    public void Make()
    {
        if (options.Weeks == 0)
            return;
        for (var day = FinnishTime.Day(options.Begin).PlusDays(1); day <= FinnishTime.Day(options.Until); day = day.PlusDays(1))
        {
            if (!Workday.Office.Working.IsWorking(day))
                continue;
            for (var left = Referrals * _known.Length; left > 0; left--)
                if (_dice.Chance(left))
                    Refer(Morning(day));
            if (_dice.Chance(Births * _known.Length))
                Bear(Morning(day));
        }
    }

    private Instant Morning(LocalDate day) => Workday.At(day, new LocalTime(8 + _dice.Below(7), _dice.Below(60)));

    private void Refer(Instant at)
    {
        var person = _dice.Pick(_known);
        var line = LineShare.Choose(Lines, person.AgeOn(FinnishTime.Day(at)), _dice);
        var examined = line != "primary_specialised_care" && _dice.Chance(0.4);
        var story = Open(at, person, "referral", line, "physician", examined ? ["needs_examinations"] : [], null);
        if (_dice.Chance(0.15))
            return;
        story.WaitForWork(20 + (_dice.Share() * _dice.Share() * 420));
        story.Take();
        story.Record("assessment-started");
        story.WaitForWork(1 + (_dice.Share() * 120));
        if (examined)
        {
            story.WaitForWork(48 + (_dice.Share() * 200));
            story.Record("examinations-done");
        }

        var matter = story.Matter;
        story.Do((work, professional, context) => AssessCareNeed.Decide(
            work.State<Matter>(matter), work.State<MatterFacts>(matter), new(matter, "non_urgent", "appointment", true, false, null, ExampleTexts.Note), story.Content, professional, context, person.BirthDate));
        story.WaitForWork(48 + (_dice.Share() * 400));
        story.Record("care-started", new("care"));
        if (_dice.Chance(0.03))
            story.Correct();
    }

    private void Bear(Instant at)
    {
        var families = _known.Where(p => p.Sex == Sex.Female && p.AgeOn(FinnishTime.Day(at)) is >= 20 and <= 42).ToList();
        if (families.Count == 0)
            return;
        var born = FinnishTime.Day(at).PlusDays(-1 - _dice.Below(3));
        string[] flags = _dice.Chance(0.5) ? _dice.Chance(0.15) ? ["first_child", "urgent"] : ["first_child"] : [];
        var story = Open(at, _dice.Pick(families), "birth-notice", "child_health_clinic", "public_health_nurse", flags, born);
        story.WaitForWork(0.5);
        story.Take();
        story.WaitForWork(48 + (_dice.Share() * 260));
        story.Record("home-visit-made");
        story.WaitForWork(0.5);
        story.Close("care_goes_on");
    }

    private MatterStory Open(Instant at, Resident person, string kind, string line, string profession, string[] flags, LocalDate? born)
    {
        var handler = _dice.Pick(staff.Where(s => s.Appoint.Profession == profession && Rights.May(s.Role.Role, Rights.MatterHandle, Registers.Health)
            && DemoUnits.All.Any(u => u.Open.Unit == s.Role.Unit && u.Open.ServiceLines.Contains(line))).ToList());
        var (matter, unit) = (_dice.Id(), handler.Role.Unit);
        var command = new OpenMatter(
            matter, ReceiptNumber.Of(_dice.Next()), kind, person.Id, line, unit, ExampleTexts.Contact(content.Content.Services.Line(line)!.Name, person.Language), flags, born);
        var story = new MatterStory(script, _dice, matter, person, MatterStory.Speaker(person, person.AgeOn(FinnishTime.Day(at)), people), handler, content);
        story.Begin(at);
        story.Do((work, _, context) => OpenMatter.Decide(
            work.State<Matter>(matter), command, content, work.Row<PersonRow>(person.Id), work.Row<UnitRow>(unit), Workday.Office.CountsFor(at), [], context));
        return story;
    }
}
