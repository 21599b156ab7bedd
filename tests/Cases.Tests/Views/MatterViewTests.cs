using System.Text.Json;
using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Calendar;
using Yhteys.Cases.Views;
using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;
using Yhteys.Kernel.Views;
using Yhteys.Testing;

namespace Yhteys.Cases.Tests.Views;

/// <summary>A matter's place on the worklist and its outcome, under the law and the promises of content/.</summary>
public sealed class MatterViewTests
{
    // A Tuesday.
    private static readonly LocalDate Came = new(2026, 3, 10);
    private static readonly Law Law = new(RuleSet.Parse(
        new[] { "rules", "promises" }.SelectMany(kind => Directory.GetFiles(Repository.PathOf($"content/{kind}"))).Select(path => (path, File.ReadAllText(path))), out _)!, CountySettings.Default);

    public static TheoryData<string, string, bool> Lines
    {
        get
        {
            var lines = new TheoryData<string, string, bool>();
            foreach (var path in new[] { "health", "social" }.Select(file => Repository.PathOf($"content/services/{file}.json")))
                foreach (var line in JsonDocument.Parse(File.ReadAllText(path)).RootElement.GetProperty("lines").EnumerateArray())
                    lines.Add(line.GetProperty("id").GetString()!, line.GetProperty("register").GetString()!, line.TryGetProperty("byReferral", out var referral) && referral.GetBoolean());
            return lines;
        }
    }

    [Theory, MemberData(nameof(Lines))]
    public void A_contact_that_tells_of_danger_is_first_of_all_in_every_service_line(string line, string register, bool byReferral)
    {
        var received = Given.Received() with { ServiceLine = line, Register = register, Danger = true, Opening = byReferral ? Openings.Referral : null };

        Fold((Came, received)).Immediate.ShouldBeTrue();
        Line((Came, received))!.Turn.ShouldBe(0);
        Fold((Came, received), (Came, Asked(register))).Immediate.ShouldBeTrue("a question handles nothing");
        Fold((Came, received with { Danger = false })).Immediate.ShouldBe(line == "child_welfare", "a social worker judges a child's urgency at once in any case");
        Fold((Came, received), (Came, new MatterClosed(Given.Matter, "advised", register))).Immediate.ShouldBeFalse();
    }

    [Fact]
    public void What_told_of_danger_and_has_been_handled_is_first_no_more()
    {
        var received = Given.Received() with { ServiceLine = "student_welfare", Register = "social", Danger = true };

        Fold((Came, received), (Came, Help(Came, "social"))).Immediate.ShouldBeFalse();
    }

    [Fact]
    public void A_message_to_a_closed_matter_is_to_be_answered_in_three_working_days()
    {
        (LocalDate, IEvent)[] closed = [(Came, Given.Received()), (Came, Help(Came)), (Came, new MatterClosed(Given.Matter, "helped", "health"))];
        Line(closed).ShouldBeNull();

        // On a Friday; another one on Monday gives no more time.
        var friday = new LocalDate(2026, 3, 13);
        (LocalDate, IEvent)[] written = [.. closed, (friday, Wrote()), (friday, new MatterReopened(Given.Matter, friday, "health", NothingEnded: true)), (friday.PlusDays(3), Wrote())];
        var line = Line(written).ShouldNotBeNull();

        (line.Due, line.LastInTime, line.ResidentWaits).ShouldBe((friday.PlusDays(5), friday.PlusDays(5), true));
        line.Turn.ShouldBe(Period.DaysBetween(new(1970, 1, 1), friday.PlusDays(5)));
        Fold(written).DueRule.ShouldBeNull("no limit of a clock runs");
        Fold([.. written, (friday.PlusDays(4), new ProfessionalWrote(Given.Matter, Text, "health", friday.PlusDays(4)))]).Due.ShouldBeNull();
        Fold([.. written, (friday.PlusDays(4), new MatterClosed(Given.Matter, "advised", "health"))]).Due.ShouldBeNull();
    }

    [Fact]
    public void A_message_moves_no_date_of_a_clock()
    {
        var before = Fold((Came, Given.Received()));
        var after = Fold((Came, Given.Received()), (Came.PlusDays(1), Wrote()));

        (after.Due, after.DueRule, after.LastInTime).ShouldBe((before.Due, before.DueRule.ShouldNotBeNull(), before.LastInTime));
    }

    [Fact]
    public void A_matter_on_which_nobody_waits_has_no_date() =>
        Fold((Came, Given.Received()), (Came, Help(Came))).Due.ShouldBeNull();

    [Fact]
    public void An_answer_after_the_need_was_assessed_is_no_help_at_the_first_contact()
    {
        var closed = new MatterClosed(Given.Matter, "helped", "health");
        Fold((Came, Given.Received()), (Came, Asked("health")), (Came, Help(Came)), (Came, closed)).Outcome.ShouldBe("helped_at_first_contact", "a question alone handles nothing");

        (LocalDate, IEvent)[] assessed = [(Came, Given.Received()), (Came, new UrgencyJudged(Given.Matter, false, Text, Came, "nurse", "licensed", "health"))];
        Fold([.. assessed, (Came.PlusDays(8), Help(Came.PlusDays(8))), (Came.PlusDays(8), closed)]).Outcome.ShouldBe("helped");
    }

    private static Sealed<string> Text => Seal.With(Given.Matter, "Esimerkki.");

    private static ResidentWrote Wrote() => new(Given.Matter, Text, "health");

    private static MoreAsked Asked(string register) => new(Given.Matter, Text, register, Came, "nurse", "licensed");

    private static HelpedAtFirstContact Help(LocalDate day, string register = "health") => new(Given.Matter, Text, day, "nurse", "licensed", register);

    private static MatterRow Fold(params (LocalDate Day, IEvent Event)[] events) => Rows(events).Get<MatterRow>(Given.Matter)!;

    private static WorklistRow? Line(params (LocalDate Day, IEvent Event)[] events) => Rows(events).Get<WorklistRow>(Given.Matter);

    /// <summary>Each is recorded at noon of its day.</summary>
    private static MemoryRows Rows((LocalDate Day, IEvent Event)[] events)
    {
        var (rows, view) = (new MemoryRows(), new MatterView(Law));
        foreach (var (i, (day, e)) in events.Index())
        {
            var at = day.At(new(12, 0)).InZoneStrictly(FinnishTime.Zone).ToInstant();
            if (view.Handles(e.GetType()))
                view.Fold(new(i + 1, Given.Matter, i + 1, "", e, at, at, Actor.System, "test", Guid.Empty), rows);
        }

        return rows;
    }

    private sealed class MemoryRows : IRows
    {
        private readonly Dictionary<(Type, object), object> _rows = [];

        public T? Get<T>(object key) where T : class => (T?)_rows.GetValueOrDefault((typeof(T), key));

        public void Put<T>(T row) where T : class => _rows[(typeof(T), typeof(T).GetProperties()[0].GetValue(row)!)] = row;

        public void Delete<T>(object key) where T : class => _rows.Remove((typeof(T), key));
    }
}
