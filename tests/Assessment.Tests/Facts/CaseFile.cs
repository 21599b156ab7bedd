using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Cases;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;
using Yhteys.Organisation.Views;
using Yhteys.Testing;

namespace Yhteys.Assessment.Tests.Facts;

/// <summary>One matter under decisions: each accepted one evolves it, so that the next is decided on what has happened.</summary>
internal sealed class CaseFile
{
    public static readonly Guid Id = new("aaaaaaaa-0000-4000-8000-000000000001");
    public static readonly Guid Me = new("aaaaaaaa-0000-4000-8000-000000000003");
    private static readonly Guid Unit = new("aaaaaaaa-0000-4000-8000-000000000005");
    private int _version;

    private CaseFile(ContactReceived opened, LocalDate day) => Apply([new Append(Id, opened)], At(day));

    public static ContentInUse Content { get; } = Load();

    public Matter Matter { get; private set; } = Matter.Empty;
    public MatterFacts Known { get; private set; } = MatterFacts.Empty;
    public SocialSteps Steps { get; private set; } = SocialSteps.Empty;
    public List<Recorded> Stream { get; } = [];

    /// <summary>Day of birth of the person, as the vault knows it.</summary>
    public LocalDate? Born { get; set; }

    /// <summary>A matter on a line, opened on a day by a contact or by what else opens it.</summary>
    public static CaseFile On(string line, string day = "2026-03-10", string? opening = null, int? age = 40, params string[] reasons)
    {
        var opened = Day(day);
        return new(
            new ContactReceived(
                Id, "ABCD-EFGHJ", Guid.NewGuid(), null, ClockVocabulary.RegisterOf(line), line, null, Unit, "phone", opened, age, "female", "fi", "272",
                Seal.With(Id, "x"), "days", "phone", null, false, false, false, false, opening, opened, reasons, opening == Openings.BirthNotice ? opened : null),
            opened);
    }

    public static LocalDate Day(string iso) => NodaTime.Text.LocalDatePattern.Iso.Parse(iso).Value;

    public static ProfessionalRow Who(string profession, string? licence = null) =>
        new(Me, "Aino", "Esimerkki", profession, licence ?? ClockVocabulary.LicenceOf(profession), new(2023, 1, 1), []);

    /// <summary>Decides a recording and, when it is accepted, evolves the matter by it.</summary>
    public Decision Record(string kind, string day, string profession = "public_health_nurse", FactInput? input = null, string? now = null, IReadOnlyList<SchoolCalendarRow>? calendars = null) =>
        Carry(RecordFact.Decide(Matter, Known, new(Id, kind, input ?? new()), Content, Who(profession), calendars ?? [], Context(day, now), Born), day);

    public CaseFile With(string kind, string day, string profession = "public_health_nurse", FactInput? input = null)
    {
        Record(kind, day, profession, input).ShouldBeOfType<Decision.Accepted>($"{kind} {day}");
        return this;
    }

    public CaseFile Assessed(string day, string profession = "nurse", string? needs = null)
    {
        Carry(AssessCareNeed.Decide(Matter, Known, new(Id, "non_urgent", "appointment", true, true, needs, null), Content, Who(profession), Context(day), Born), day).ShouldBeOfType<Decision.Accepted>();
        return this;
    }

    /// <summary>A recording never happened.</summary>
    public CaseFile Never(int version)
    {
        var correct = new CorrectFact(Id, version, Never: true, null, "Kirjoitin väärään asiaan.");
        Carry(CorrectFact.Decide(Matter, Known, correct, Content, null, supervises: true, null, "assessed", Context("2026-05-01")), "2026-05-01").ShouldBeOfType<Decision.Accepted>();
        return this;
    }

    public Decision Carry(Decision decision, string day)
    {
        if (decision is Decision.Accepted accepted)
            Apply(accepted.Appends, At(Day(day)));
        return decision;
    }

    public Context Context(string day, string? now = null) => new(new Actor("staff", Me, "nurse"), "test", At(Day(now ?? day)), At(Day(day)), Guid.NewGuid(), _version);

    public ClockState State(string rule, string day) =>
        StatutoryClocks.Of(Known.File!.ToFacts(), Content.Rules, Content.Settings, Day(day)).Single(c => c.Rule == rule).State;

    public LocalDate? Strict(string rule) =>
        StatutoryClocks.Compute(Known.File!.ToFacts(), Content.Rules, Content.Settings).Single(c => c.Rule.Id == rule).Strict;

    public void Apply(IEnumerable<Append> appends, Instant at)
    {
        foreach (var (_, e) in appends)
        {
            var recorded = new Recorded(++_version, Id, _version, "test.event/1", e, at, at, new Actor("staff", Me, "nurse"), "test", Guid.NewGuid());
            (Matter, Known, Steps) = (Matter.Evolve(Matter, recorded), MatterFacts.Evolve(Known, recorded), SocialSteps.Evolve(Steps, recorded));
            Stream.Add(recorded);
        }
    }

    private static Instant At(LocalDate day) => day.At(LocalTime.Noon).InZoneLeniently(DateTimeZoneProviders.Tzdb["Europe/Helsinki"]).ToInstant();

    private static ContentInUse Load()
    {
        var store = new ContentStore(Repository.PathOf("content"), [new RecordingsCheck()]);
        store.Load().ShouldBeEmpty();
        return ContentInUse.Of(store);
    }
}

internal static class Decisions
{
    public static T Only<T>(this Decision decision) where T : IEvent =>
        decision.ShouldBeOfType<Decision.Accepted>().Appends.Select(a => a.Event).OfType<T>().ShouldHaveSingleItem();

    public static Refusal Refused(this Decision decision) => decision.ShouldBeOfType<Decision.Refused>().Refusal;
}
