using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Assessment;
using Yhteys.Calendar;
using Yhteys.Cases;
using Yhteys.Demo.Population;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Residents.Vault;
using Yhteys.Ui;

namespace Yhteys.Demo.Life;

/// <summary>
/// For each rule in force a matter in each state that its clock can have at the end of the weeks. What began before the weeks is carried over
/// from the earlier system: it is recorded at the beginning, with the day on which it happened.
/// </summary>
internal sealed class RuleMatters(Script script, DemoOptions options, ContentInUse content, IReadOnlyList<DemoProfessional> staff, IReadOnlyList<Resident> people)
{
    private const string CarriedOver = "Esimerkki: siirretty edellisestä järjestelmästä.";

    private const string ExtendedOn = "act_ground";

    private static readonly ClockState[] States =
        [ClockState.NotStarted, ClockState.Running, ClockState.Immediate, ClockState.Met, ClockState.MetLate, ClockState.Overdue, ClockState.EndedWithoutCare];

    private readonly Dice _dice = Dice.For(options.Seed, "rules");
    private readonly LocalDate _today = FinnishTime.Day(options.Until);
    private readonly Resident[] _known = [.. people.Where(p => p.BirthDate < FinnishTime.Day(options.Begin) && p.Origin == Origin.County)];
    private Instant _carried = options.Begin + Duration.FromMinutes(10);

    public void Make()
    {
        if (options.Weeks == 0)
            return;
        foreach (var recipe in RuleRecipes.All)
        {
            var rule = content.Rules.Find(recipe.Rule)!;
            foreach (var state in States.Where(state => Fits(rule, state)))
                Matter(recipe, rule, state);
            if (rule.Extension is not null)
                Matter(recipe with { Before = [.. recipe.Before, new("limit-extended", recipe.Before[^1].Profession, ExtendedOn)] }, rule, ClockState.Running);
        }
    }

    /// <summary>Whether the clock of the rule can be in the state: a duty at once is never late, and what starts with the matter never waits for its start.</summary>
    public static bool Fits(ClockRule rule, ClockState state) => state switch
    {
        ClockState.Immediate => rule.IsImmediate,
        ClockState.Running or ClockState.MetLate or ClockState.Overdue => !rule.IsImmediate,
        ClockState.NotStarted => rule.Main && !rule.IsImmediate && rule.Conditions.All is null && !rule.Starts.Any(s => s.Facts.Any(f => f is "matter_pending" || ClockVocabulary.OpeningFacts.Contains(f))),
        ClockState.Met => true,
        // A child's urgency is judged before the matter may end.
        ClockState.EndedWithoutCare => !(rule.IsImmediate && rule.Lines is [ChildWelfare.Line]),
        ClockState.NotApplicable => false,
    };

    private void Matter(RuleRecipe recipe, ClockRule rule, ClockState state)
    {
        var suitable = _known.Where(p => p.AgeOn(_today.PlusYears(-1)) >= recipe.From && p.AgeOn(_today) <= recipe.To).ToList();
        if (suitable.Count == 0)
            return;
        var (limit, start) = (LongestDays(rule), StartOf(rule, state));
        var story = new Told(this, recipe, _dice.Pick(suitable), _dice.Id(), start.PlusDays(-recipe.Before.Max(s => (int?)s.DaysBefore) ?? 0));
        story.Open(start);
        if (state != ClockState.NotStarted)
            foreach (var step in recipe.Before)
                story.Step(step, start.PlusDays(-step.DaysBefore));
        if (recipe.Rule == "TTL14A-EXPIRED")
            story.Expire(start);
        // The clinic hears of a birth on the day after it, and a deadline is over when its day is.
        var soon = recipe.Opening == "birth-notice" || recipe.Rule == "TTL14A-EXPIRED" ? start.PlusDays(2) : start;
        if (state is ClockState.Met or ClockState.MetLate)
            foreach (var step in recipe.Stop)
                story.Step(step, state == ClockState.Met ? soon : start.PlusDays(limit + 3));
        if (state == ClockState.EndedWithoutCare)
            story.End(soon);
    }

    // A running clock starts today when it has only today, else a little back; one that is late, so long ago that no holiday saves it.
    private LocalDate StartOf(ClockRule rule, ClockState state) => state switch
    {
        ClockState.MetLate or ClockState.Overdue => Workday.Office.Working.OnOrAfter(_today.PlusDays(-LongestDays(rule) - 6 - _dice.Below(5))),
        ClockState.Running when rule.Starts[0].Unit is TimeUnit.SameDay or TimeUnit.SchoolDays or TimeUnit.WorkingDays => Latest(rule.Starts[0].N > 1 ? 2 : 0),
        ClockState.Running or ClockState.NotStarted or ClockState.Immediate => Latest(1 + _dice.Below(4)),
        ClockState.Met or ClockState.EndedWithoutCare or ClockState.NotApplicable => Workday.Office.Working.OnOrAfter(_today.PlusDays(-20 + _dice.Below(10))),
    };

    /// <summary>The last working day that is at least so many days ago.</summary>
    private LocalDate Latest(int daysAgo)
    {
        var day = _today.PlusDays(-daysAgo);
        while (!Workday.Office.Working.IsWorking(day))
            day = day.PlusDays(-1);
        return day;
    }

    /// <summary>At most so many days from the start to the last day in time, breaks and an extension left out.</summary>
    private static int LongestDays(ClockRule rule) => rule.Starts.Max(s => s.Unit switch
    {
        TimeUnit.SameDay or TimeUnit.Immediate => 5,
        TimeUnit.Days => s.N + 5,
        TimeUnit.Weeks => (7 * s.N) + 5,
        TimeUnit.Months => (31 * s.N) + 5,
        TimeUnit.WorkingDays => (2 * s.N) + 9,
        TimeUnit.SchoolDays => (2 * s.N) + 90,
    });

    /// <summary>One matter, told day by day.</summary>
    private sealed class Told(RuleMatters all, RuleRecipe recipe, Resident person, Guid matter, LocalDate first)
    {
        private readonly DemoProfessional _recorder = all.Who(recipe.By, recipe.Line, null);
        private int _steps;

        public void Open(LocalDate start)
        {
            var opened = recipe.Opening == "birth-notice" ? start.PlusDays(1) : first;
            var (number, unit, line, found) = (ReceiptNumber.Of(all._dice.Next()), _recorder.Role.Unit, recipe.Line, all.Content);
            var text = ExampleTexts.Contact(found.Content.Services.Line(line)!.Name, person.Language);
            var counts = Workday.Office.Working.OnOrAfter(opened);
            Do(_recorder, "contact", opened, (work, _, context) => recipe.Opening == "contact"
                ? ReceiveContact.Decide(
                    work.State<Matter>(matter), new(matter, number, person.Id, null, line, null, unit, "phone", text), work.Row<PersonRow>(person.Id),
                    found.Content.Services.Line(line), work.Row<UnitRow>(unit), counts, context)
                : OpenMatter.Decide(
                    work.State<Matter>(matter), new(matter, number, recipe.Opening, person.Id, line, unit, text, recipe.Flags, start), found,
                    work.Row<PersonRow>(person.Id), work.Row<UnitRow>(unit), counts, recipe.Opening == "request" ? MatterStory.SchoolYears(work, person.Municipality ?? "") : [], context));
        }

        public void Step(RuleStep step, LocalDate day)
        {
            var (content, who) = (all.Content, all.Who(step.Profession, recipe.Line, _recorder));
            var input = InputOf(step, day);
            Do(who, "care", day, (work, professional, context) =>
            {
                var (state, known, steps) = (work.State<Matter>(matter), work.State<MatterFacts>(matter), work.State<SocialSteps>(matter));
                return step.What switch
                {
                    "assess" => AssessCareNeed.Decide(
                        state, known,
                        new(matter, step.Choice == "urgent" ? "urgent" : "non_urgent", "appointment", step.Choice == "medical", step.Choice == "medical", null, ExampleTexts.Note),
                        content, professional, context, person.BirthDate),
                    "judge" => JudgeUrgency.Decide(state, new(matter, step.Choice == "urgent", ExampleTexts.Note), professional, day),
                    "social-start" => StartSocialAssessment.Decide(state, known, steps, new(matter), professional, context),
                    "social-complete" => CompleteSocialAssessment.Decide(state, known, steps, new(matter, ExampleTexts.Note), professional, context),
                    "decide" => MakeDecision.Decide(state, known, steps, new(matter, step.Choice!, ExampleTexts.Note), professional, context),
                    "carry-out" => CarryOutDecision.Decide(state, known, steps, new(matter), professional, context),
                    _ => RecordFact.Decide(state, known, new(matter, step.What, input), content, professional, [], context, person.BirthDate),
                };
            });
        }

        public void Expire(LocalDate deadline) => all.Script.At(
            all.At(deadline.PlusDays(1), _steps++), Actor.System, "care", matter,
            work => ExpireCompletion.Decide(work.State<MatterFacts>(matter), new(matter, deadline), "social", work.Context(matter)));

        public void End(LocalDate day) => Do(_recorder, "care", day, (work, _, context) => CloseMatter.Decide(
            work.State<Matter>(matter), new(matter, "withdrawn", Reason: ExampleTexts.Closing(work.State<Matter>(matter))), FinnishTime.Day(context.HappenedAt)));

        private FactInput InputOf(RuleStep step, LocalDate day) => step.What switch
        {
            "client-facts" => new(Flags: [step.Choice!]),
            "child-born" => new(OtherDay: day, Flags: [step.Choice!]),
            "child-placed" => new(OtherDay: day, Note: ExampleTexts.Note),
            "completion-requested" => new(OtherDay: day.PlusDays(RuleRecipes.Deadline), Words: ExampleTexts.Note),
            _ => new(step.Choice, Note: ExampleTexts.Note, Rule: recipe.Rule),
        };

        private void Do(DemoProfessional who, string purpose, LocalDate day, Func<Work, ProfessionalRow, Context, Decision> decide)
        {
            var (happened, id) = (all.Happened(day, _steps++), who.Appoint.Professional);
            var recorded = Instant.Max(happened, all._carried);
            if (recorded > happened)
                all._carried += Duration.FromSeconds(2);
            var staff = new Actor("staff", id, who.Role.Role, who.Role.Unit);
            all.Script.At(
                recorded, staff, purpose, matter, work => decide(work, work.Row<ProfessionalRow>(id)!, work.Context(matter)), happened, recorded > happened ? CarriedOver : null,
                purpose == "care" || recipe.Opening == "contact" ? work => Opened.Of(work, staff, matter, person.Id) : null);
        }
    }

    private ContentInUse Content => content;
    private Script Script => script;

    private Instant At(LocalDate day, int step) => Instant.Max(Happened(day, step), _carried);

    // The steps of a day a few minutes apart, and never after the end of the weeks.
    private Instant Happened(LocalDate day, int step) =>
        Instant.Min(Workday.At(day, new LocalTime(9, 0).PlusMinutes(12 * step)), options.Until - Duration.FromMinutes(30 - Math.Min(step, 29)));

    /// <summary>A professional of the profession who handles the line: in the same unit when there is one there.</summary>
    private DemoProfessional Who(string profession, string line, DemoProfessional? recorder)
    {
        var all = staff.Where(s => s.Appoint.Profession == profession && s.Role.Role is not (Roles.UnitManager or Roles.CountyDirector or Roles.Auditor)).ToList();
        var suitable = all.Where(s => DemoUnits.All.Any(u => u.Open.Unit == s.Role.Unit && u.Key != "on_call" && u.Open.ServiceLines.Contains(line))).ToList();
        var near = recorder is null ? [] : suitable.Where(s => s.Role.Unit == recorder.Role.Unit).ToList();
        return _dice.Pick(near.Count > 0 ? near : suitable.Count > 0 ? suitable : all);
    }
}
