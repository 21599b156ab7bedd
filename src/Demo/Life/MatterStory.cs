using NodaTime;
using Yhteys.Assessment;
using Yhteys.Booking;
using Yhteys.Calendar;
using Yhteys.Cases;
using Yhteys.Cases.Views;
using Yhteys.Demo.Population;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Ui;

namespace Yhteys.Demo.Life;

/// <summary>What happens to one matter, step by step; <see cref="Now"/> is when the last step happened.</summary>
internal sealed class MatterStory(Script script, Dice dice, Guid matter, Resident person, Actor resident, DemoProfessional handler, ContentInUse content)
{
    /// <summary>Who writes and answers in a matter of the person: for a child under 15 a guardian.</summary>
    public static Actor Speaker(Resident person, int age, IReadOnlyList<Resident> people) =>
        new("person", age < 15 && person.Guardians.Count > 0 ? people[person.Guardians[0]].Id : person.Id, Roles.Resident);

    public Instant Now { get; private set; }
    public Dice Dice => dice;
    public Guid Matter => matter;
    public ContentInUse Content => content;
    public Resident Person => person;
    public string Language => person.Language;
    public DemoProfessional Handler { get; set; } = handler;

    private Actor Staff => new("staff", Handler.Appoint.Professional, Handler.Role.Role, Handler.Role.Unit);

    public void Begin(Instant at) => Now = at;

    /// <summary>The next step is taken in office hours, after some hours at the least.</summary>
    public void WaitForWork(double hours) => Now = Workday.Worked(Now + Duration.FromHours(hours) + Duration.FromMinutes(1), dice);

    public void Wait(double hours) => Now += Duration.FromHours(hours) + Duration.FromMinutes(1);

    public void WaitUntil(Instant at) => Now = Instant.Max(Now + Duration.FromSeconds(1), at);

    /// <summary>The professional does something, on the page of the matter.</summary>
    public void Do(Func<Work, ProfessionalRow, Context, Decision> decide)
    {
        var staff = Staff;
        script.At(
            Now, staff, "care", matter, work => decide(work, work.Row<ProfessionalRow>(staff.Id)!, work.Context(matter)), opens: work => Opened.Of(work, staff, matter, person.Id));
    }

    /// <summary>The resident, or the one who acts for them, does something.</summary>
    public void ByResident(Func<Work, Context, Decision> decide) => script.At(Now, resident, "own_matter", matter, work => decide(work, work.Context(matter)));

    /// <summary>The server finds after the last day to answer, or when the time has come, that nobody has answered.</summary>
    public void LapseAfter(LocalDate answerBy, Instant time, Guid appointment)
    {
        Now = Instant.Max(Now, Instant.Min(Workday.At(answerBy.PlusDays(1), new(0, 1)), time + Duration.FromMinutes(1)));
        script.At(Now, Actor.System, "booking", matter, work => LapseOffer.Decide(work.State<MatterAppointments>(matter), new(appointment, matter), work.Context(matter)));
    }

    /// <summary>The professional records a fact by the shared form.</summary>
    public void Record(string kind, FactInput? input = null) => Do((work, professional, context) => RecordFact.Decide(
        work.State<Matter>(matter), work.State<MatterFacts>(matter), new(matter, kind, input ?? new()), content, professional,
        kind == "school-chosen" ? SchoolYears(work, input!.Choice!) : [], context, person.BirthDate));

    public static IReadOnlyList<SchoolCalendarRow> SchoolYears(Work work, string municipality) => work.Query<SchoolCalendarRow>(
        v => $"select * from {v.Table<SchoolCalendarRow>()} where municipality = @municipality and provider is null order by firstday", new { municipality });

    /// <summary>The professional finds that the last own recording was of the day before, or of nothing at all, and corrects it if nothing speaks against it.</summary>
    public void Correct()
    {
        WaitForWork(0.5);
        var never = dice.Chance(0.2);
        Do((work, _, context) =>
        {
            var known = work.State<MatterFacts>(matter);
            if (known.Records.LastOrDefault(r => !r.Opens && r.Facts.Length > 0 && r.By == context.Actor) is not { } record)
                return Decision.Nothing;
            var decision = CorrectFact.Decide(
                work.State<Matter>(matter), known, new(matter, record.Version, never, never ? null : record.Facts[0].Day.PlusDays(-1), ExampleTexts.Note), content, null, false,
                null, work.Row<MatterRow>(matter)!.Reached, context, work.State<MatterAppointments>(matter).WithoutVisit(matter, record.Version));
            return decision is Decision.Refused ? Decision.Nothing : decision;
        });
    }

    /// <summary>The day does something that nobody does.</summary>
    public void ByProgram(Func<Work, Context, Decision> decide) => script.At(Now, Actor.System, "care", matter, work => decide(work, work.Context(matter)));

    public void Take()
    {
        var who = Handler.Appoint.Professional;
        Do((work, _, _) => TakeMatter.Decide(work.State<Matter>(matter), new(matter, who)));
    }

    public void Acknowledge()
    {
        var (who, unit) = (Handler.Appoint.Professional, Handler.Role.Unit);
        Do((work, _, _) => AcknowledgeAlarm.Decide(work.State<Matter>(matter), new(matter, who, unit), null));
    }

    public void Release()
    {
        var who = Handler.Appoint.Professional;
        Do((work, _, _) => ReleaseMatter.Decide(work.State<Matter>(matter), new(matter, who)));
    }

    public void Write(string text, bool asks)
    {
        var today = FinnishTime.Day(Now);
        Do((work, professional, _) => WriteToResident.Decide(work.State<Matter>(matter), new(matter, text, asks), professional, today));
    }

    public void Answer(string text)
    {
        var today = FinnishTime.Day(Now);
        ByResident((work, _) => WriteAsResident.Decide(work.State<Matter>(matter), new(matter, text), today));
    }

    public void HelpAtOnce()
    {
        var (today, text) = (FinnishTime.Day(Now), ExampleTexts.Advice(Language));
        Do((work, professional, _) => Cases.HelpAtOnce.Decide(work.State<Matter>(matter), new(matter, text), professional, today));
        if (!dice.Chance(0.05))
            return;
        Wait(4 + dice.Below(40));
        Answer(ExampleTexts.Thanks(Language));
    }

    public void Close(string outcome)
    {
        var today = FinnishTime.Day(Now);
        Do((work, _, _) => CloseMatter.Decide(work.State<Matter>(matter), new(matter, outcome, Reason: ExampleTexts.Closing(work.State<Matter>(matter))), today));
    }
}
