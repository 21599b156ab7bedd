using Yhteys.Access.Clocks;
using Yhteys.Kernel;
using Yhteys.Organisation;

namespace Yhteys.Assessment;

/// <summary>More time, on the ground that the act of the limit gives and on no other.</summary>
internal static class ExtendLimit
{
    /// <summary>The act's own ground. The others are asked because they are offered as grounds, and refused with the law's sentence.</summary>
    public const string ActGround = "act_ground";

    public static readonly FactKind Kind = new("limit-extended", Rights.LimitExtend, "limit_extended")
    {
        Fields = FactFields.Choice | FactFields.Rule,
        Choices = [ActGround, "staff_shortage", "no_times", "other"],
        Missing = Missing,
        Decide = Decide,
    };

    private static IEnumerable<Refusal> Missing(FactInput input)
    {
        if (input.Rule is null) yield return new RuleMissing();
        if (input.Choice is null) yield return new ChoiceMissing();
        // Of another ground than the act's nothing more is asked: it is refused.
        if (input.Choice is null or ActGround && string.IsNullOrWhiteSpace(input.Note)) yield return new GroundMissing();
    }

    /// <summary>The clocks of the matter that run now and whose act knows a ground for more time that has not been recorded yet.</summary>
    public static IEnumerable<ClockResult> Extendable(ClockFile known, RuleSet rules, CountySettings settings) =>
        from clock in StatutoryClocks.Compute(known.ToFacts(), rules, settings)
        where clock is { Waits: true, Extended: false, Rule: { Kind: RuleKind.Statute, MoreTime: not null } } && !IsRecorded(known, clock.Rule)
        select clock;

    private static bool IsRecorded(ClockFile known, ClockRule rule) => known.Facts.Any(f => f.Fact == "limit_extended" && f.Qualifier == rule.Id);

    private static Decision Decide(FactCase c)
    {
        if (c.Input.Rule is not { } id || c.Content.Rules.Find(id) is not { MoreTime: { } ground } rule || !rule.Lines.Contains(c.State.ServiceLine)) return new RuleMissing();
        var clock = StatutoryClocks.Compute(c.Known.File!.ToFacts(), c.Content.Rules, c.Content.Settings).FirstOrDefault(r => r.Rule.Id == rule.Id);
        if (c.Input.Choice is "staff_shortage" or "no_times") return new NoGroundInStaffShortage(c.Register, ground, rule.Law!.On(clock?.Start).Citation);
        if (c.Input.Choice != ActGround) return new NotTheActsGround(ground, rule.Law!.On(clock?.Start).Citation);
        if (Common.Sealed(c.Matter, c.Input.Note) is not { } note) return new GroundMissing();
        if (IsRecorded(c.Known.File!, rule)) return new AlreadyRecorded();
        if (clock is not { Start: { } start, MetOn: null } || start > c.Day) return new ClockNotRunning();
        if (clock.LastInTime < c.Day) return new TooLateToExtend(clock.LastInTime!.Value);
        return c.Append(new LimitExtended(c.Matter, rule.Id, note, c.Day, c.Doer.Profession, c.Doer.Licence, c.Register));
    }
}
