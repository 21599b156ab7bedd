using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Access.Tests.Clocks;
using Yhteys.Access.Views;

namespace Yhteys.Access.Tests.Board.Past;

/// <summary>The rows of a matter's past over random histories of it: on each day exactly one answer, the one that a refold gives.</summary>
public sealed class PastProperties
{
    internal static readonly string[] Lines = ["primary_care", "oral_health", "child_welfare", "adult_social", "mental_health_addiction"];
    private static readonly LocalDate First = new(2026, 1, 5);
    private static readonly Guid Matter = new("aaaaaaaa-0000-4000-8000-00000000000a"), North = County.North, South = County.South;
    private static readonly Law Law = new(Given.Rules, CountySettings.Default);

    [Fact]
    public void What_holds_on_a_day_is_what_a_refold_to_that_day_gives() => ForAll(past =>
    {
        var rows = PastDerivation.Rows(Matter, past, Law).Values;
        return Days(past).All(day => new[] { PastAxis.Recorded, PastAxis.Happened }.All(axis =>
            Holding(rows, axis, day).SequenceEqual(Refolded(past, axis, day))));
    });

    [Fact]
    public void A_row_is_found_by_its_level() => ForAll(past => PastDerivation.Rows(Matter, past, Law).Values.OfType<PastWaitRow>().All(row =>
        row.KnownUntil is not { } until ? row.Level == PastDerivation.OpenLevel
        : Period.DaysBetween(row.KnownFrom, until) is var days && days <= 1 << row.Level && (row.Level == 0 || days > 1 << (row.Level - 1))));

    [Fact]
    public void What_is_kept_is_read_again() => ForAll(past =>
    {
        var read = MatterPast.Unpack(past.Pack());
        return read.Pack().SequenceEqual(past.Pack()) && PastDerivation.Rows(Matter, read, Law).Values.SequenceEqual(PastDerivation.Rows(Matter, past, Law).Values);
    });

    [Fact]
    public void When_all_is_recorded_on_its_day_both_ways_are_one() => ForAll(past =>
    {
        var last = past.Known[^1];
        var days = last.File.Facts.Select(f => f.Day).Concat(last.File.Endings.Select(e => e.Day)).Where(d => d > last.File.Subject.Opened).Append(last.File.Subject.Opened).Distinct().Order();
        var sameDay = days.Select(day => last with { Day = day, File = last.File with { Facts = last.File.Facts.RemoveAll(f => f.Day > day), Endings = last.File.Endings.RemoveAll(e => e.Day > day) } })
            .Aggregate((MatterPast?)null, (all, known) => MatterPast.After(all, known))!;
        return PastDerivation.Rows(Matter, sameDay, Law).Values.All(row => AxisOf(row) == (int)PastAxis.Both);
    });

    private static List<string> Holding(IEnumerable<object> rows, PastAxis axis, LocalDate day) =>
    [
        .. rows.Where(r => (AxisOf(r) is var a && (a == 0 || a == (int)axis)) && Spans(r, day)).Select(r => r switch
        {
            PastWaitRow w => $"wait {w.Unit} {w.ServiceLine} {w.Immediate} {w.Strict} {w.LastInTime} {w.ContactOn} {w.HandledOn}",
            // Only what had happened by the day is ever counted of these two.
            PastCareRow c when c.CareOn <= day || c.HandledOn <= day => Care(c.Unit, c.ServiceLine, c.HandledOn, c.CareOn, c.WaitAssessed, c.WaitContact, c.AtFirstContact),
            PastSettledRow s when s.SettledOn <= day => $"settled {s.Rule} {s.Unit} {s.ServiceLine} {s.SettledOn} {s.InTime} {s.Promised}",
            _ => "",
        }).Where(t => t.Length > 0).Order(StringComparer.Ordinal),
    ];

    private static List<string> Refolded(MatterPast past, PastAxis axis, LocalDate day)
    {
        var known = axis == PastAxis.Happened ? past.Known[^1] : past.Known.LastOrDefault(k => k.Day <= day);
        if (known is null || (axis == PastAxis.Happened && known.File.Subject.Opened > day))
            return [];
        var facts = axis == PastAxis.Happened ? known.File.ToFacts().UpTo(day) : known.File.ToFacts();
        var clocks = StatutoryClocks.Compute(facts, Law.Rules, Law.Settings);
        var naive = new NaiveMatter(Matter, known.Unit, facts, clocks, known.AtFirstContact);
        var texts = new List<string>();
        if (naive.Open)
            texts.Add($"wait {naive.Unit} {naive.Place.Line} {naive.Immediate} {naive.Strict} {naive.LastInTime} {naive.ContactOn} {naive.HandledOn}");
        if (naive.CareOn <= day || naive.HandledOn <= day)
            texts.Add(Care(naive.Unit, naive.Place.Line, naive.HandledOn, naive.CareOn, Between(naive.AssessedOn, naive.CareOn), Between(naive.ContactOn, naive.CareOn), naive.AtFirstContact));
        foreach (var clock in clocks.Select(c => ClockRows.Clock(Matter, known.Unit, facts.Subject, c, Law.Rules)).Where(c => c.SettledOn <= day))
            texts.Add($"settled {clock.Rule} {clock.Unit} {clock.ServiceLine} {clock.SettledOn} {clock.InTime} {clock.Promised}");
        return [.. texts.Order(StringComparer.Ordinal)];
    }

    private static string Care(Guid? unit, string line, LocalDate? handled, LocalDate? care, int? assessed, int? contact, bool first) => $"care {unit} {line} {handled} {care} {assessed} {contact} {first}";

    private static int? Between(LocalDate? from, LocalDate? to) => from <= to ? Period.DaysBetween(from!.Value, to!.Value) : null;

    private static int AxisOf(object row) => row switch { PastWaitRow r => r.Axis, PastCareRow r => r.Axis, PastSettledRow r => r.Axis, _ => -1 };

    private static bool Spans(object row, LocalDate day) => row switch
    {
        PastWaitRow r => r.KnownFrom <= day && !(r.KnownUntil <= day),
        PastCareRow r => r.KnownFrom <= day && !(r.KnownUntil <= day),
        PastSettledRow r => r.KnownFrom <= day && !(r.KnownUntil <= day),
        _ => false,
    };

    private static IEnumerable<LocalDate> Days(MatterPast past) => Enumerable.Range(-3, 75).Select(past.Known[0].Day.PlusDays);

    private static void ForAll(Func<MatterPast, bool> holds) => Prop.ForAll(Arb.From(Pasts()), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    internal static Gen<MatterPast> Pasts() =>
        from line in Gen.Elements(Lines)
        from age in Gen.Choose(0, 90)
        from steps in Step().NonEmptyListOf()
        select Made(line, age, steps);

    private static Gen<(int Kind, int After, int Back, int Fact, bool South)> Step() =>
        from kind in Gen.Choose(0, 9)
        from after in Gen.Choose(0, 6)
        from back in Gen.Choose(-2, 9)
        from fact in Gen.Choose(0, 7)
        from south in Gen.Elements(true, false)
        select (kind, after, back, fact, south);

    private static MatterPast Made(string line, int age, IEnumerable<(int Kind, int After, int Back, int Fact, bool South)> steps)
    {
        string[] names = ["need_assessed", "visit", "contact_handled", "assessment_started", "assessment_completed", "decision_made", "decision_implemented", "care_started"];
        var (day, unit, helped) = (First, North, false);
        var facts = new ClockFacts(new(First, ClockVocabulary.RegisterOf(line), line, age, []), [new("contact", First), new("matter_pending", First)]);
        var past = MatterPast.After(null, new(day, unit, Of(facts)));
        foreach (var step in steps)
        {
            day = day.PlusDays(step.After);
            var on = day.PlusDays(-step.Back);
            facts = step.Kind switch
            {
                0 when facts.Facts.Length > 2 => facts.With(new ClockCorrection(Wrong: facts.Facts[^1], Right: step.South ? facts.Facts[^1] with { Day = on } : null)),
                1 => facts.With(new ClockEnding(on, step.South ? ClockEndingReason.Withdrawn : ClockEndingReason.Reopened)),
                2 => facts.With(new ClockCorrection(Reasons: step.South ? ["urgent"] : ["medical_reason", "non_urgent"])),
                _ => facts.With(new ClockFact(names[step.Fact], on, "nurse", "licensed")),
            };
            if (step.Kind == 3)
                unit = step.South ? South : North;
            helped |= step.Kind == 4;
            past = MatterPast.After(past, new(day, unit, Of(facts), helped));
        }

        return past;
    }

    private static ClockFile Of(ClockFacts facts) => new(facts.Subject, facts.Facts, facts.Endings);
}
