using NodaTime;
using Yhteys.Booking.Views;
using Yhteys.Kernel;

namespace Yhteys.Booking.Tests;

/// <summary>The few free times that are suggested differ from each other.</summary>
public sealed class SuggestionsTests
{
    private static readonly Guid One = Guid.NewGuid(), Two = Guid.NewGuid(), Three = Guid.NewGuid();

    [Fact]
    public void Each_professional_has_one_and_not_all_begin_at_once()
    {
        var all = Of(3, Day(One, Given.Thursday, "09:00 09:30"), Day(Two, Given.Thursday, "09:00 10:00"), Day(Three, Given.Thursday, "09:00"));
        all.Select(id => id[..32]).ShouldBe(new[] { One, Two, Three }.Select(who => $"{ScheduleDay.IdOf(who, Given.Thursday):N}"), ignoreOrder: true);
        all.Select(id => id[32..]).Distinct().Count().ShouldBeGreaterThan(1);
    }

    [Fact]
    public void Few_professionals_are_suggested_on_their_later_days_too()
    {
        var friday = Given.Thursday.PlusDays(1);
        Of(3, Day(One, Given.Thursday, "09:00 09:30"), Day(One, friday, "08:00"), Day(Two, friday, "08:00")).ShouldBe(
            [At(One, Given.Thursday, "09:00"), At(Two, friday, "08:00"), At(One, friday, "08:00")]);
    }

    [Fact]
    public void Of_a_date_that_has_been_read_in_part_nothing_is_suggested()
    {
        FreeDayRow[] read = [Day(One, Given.Thursday, "09:00"), Day(Two, Given.Thursday.PlusDays(1), "14:00")];
        Suggestions.Of(read, Given.Thursday, Given.Thursday + new LocalTime(8, 0), 3, Guid.NewGuid(), cut: Given.Thursday.PlusDays(1)).ShouldBe([At(One, Given.Thursday, "09:00")]);
    }

    [Fact]
    public void What_begins_too_soon_is_left_out() =>
        Of(3, Day(One, Given.Thursday, "08:00 08:30"), Day(Two, Given.Thursday, "08:00")).ShouldBe([At(One, Given.Thursday, "08:30")]);

    private static readonly List<Guid> Matters = [.. Enumerable.Range(0, 300).Select(n => NamedId.Of($"matter {n}"))];

    private static List<IReadOnlyList<string>> OfEach(IEnumerable<FreeDayRow> days, LocalDateTime from) => Matters.ConvertAll(matter => Suggestions.Of(days, Given.Thursday, from, 4, matter));

    [Fact]
    public void On_a_later_day_each_matter_is_suggested_others_that_are_nearly_as_early_and_the_same_each_time()
    {
        var friday = Given.Thursday.PlusDays(1);
        List<FreeDayRow> all =
        [
            // Nobody's first times are alike; those of the last one begin too late, and somebody is free on another day only.
            .. Enumerable.Range(0, 7).Select(n => Day(NamedId.Of($"professional {n}"), friday, $"09:{n * 8:00} 10:{n * 8:00} 12:00")),
            Day(NamedId.Of("late"), friday, "11:00 11:30"), Day(One, friday.PlusDays(3), "08:00"),
        ];
        // How long before an appointment it is offered moves the first day, not today.
        foreach (var from in new[] { Given.Thursday + new LocalTime(8, 0), friday + new LocalTime(8, 0) })
        {
            var suggested = OfEach(all, from);

            suggested.ShouldAllBe(some => some.Count == 4 && some.Select(id => id.Substring(32)).Distinct().Count() == 4);
            var (times, people) = (suggested.SelectMany(some => some).ToList(), suggested.SelectMany(some => some).CountBy(id => id.Substring(0, 32)).ToList());
            times.ShouldAllBe(id => string.CompareOrdinal(id.Substring(32), "11:00") < 0);
            (people.Count, people.Min(p => p.Value) > 100, people.Max(p => p.Value) < 250).ShouldBe((7, true, true));
            times.Distinct().Count().ShouldBe(14);
            OfEach(all.AsEnumerable().Reverse(), from).ShouldBe(suggested);
        }
    }

    [Fact]
    public void Today_everybody_is_suggested_the_earliest() => Enumerable.Range(0, 50).Select(_ => Of(3, Day(One, Given.Thursday, "08:30 09:00 09:30 10:00"), Day(Two, Given.Thursday, "09:00 09:30")))
        .ShouldAllBe(some => some.SequenceEqual(new[] { At(One, Given.Thursday, "08:30"), At(Two, Given.Thursday, "09:00") }));

    private static IReadOnlyList<string> Of(int howMany, params FreeDayRow[] days) => Suggestions.Of(days, Given.Thursday, Given.Thursday + new LocalTime(8, 0), howMany, Guid.NewGuid());

    private static FreeDayRow Day(Guid professional, LocalDate date, string starts) =>
        new($"{ScheduleDay.IdOf(professional, date):N} x", "primary_care", Given.UnitId, professional, "nurse", date, starts);

    private static string At(Guid professional, LocalDate date, string start) => $"{ScheduleDay.IdOf(professional, date):N}{start}";
}
