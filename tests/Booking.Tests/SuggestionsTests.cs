using NodaTime;
using Yhteys.Booking.Views;

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
        Suggestions.Of(read, Given.Thursday + new LocalTime(8, 0), 3, Guid.NewGuid(), cut: Given.Thursday.PlusDays(1)).ShouldBe([At(One, Given.Thursday, "09:00")]);
    }

    [Fact]
    public void What_begins_too_soon_is_left_out() =>
        Of(3, Day(One, Given.Thursday, "08:00 08:30"), Day(Two, Given.Thursday, "08:00")).ShouldBe([At(One, Given.Thursday, "08:30")]);

    [Fact]
    public void Each_matter_is_suggested_others_of_the_same_days_and_the_same_each_time()
    {
        var friday = Given.Thursday.PlusDays(1);
        var all = Enumerable.Range(0, 7).Select(_ => Day(Guid.NewGuid(), friday, "09:00 09:05 09:30 10:55 11:00 14:00")).Append(Day(One, Given.Thursday.PlusDays(4), "08:30 09:00")).ToList();
        var matters = Enumerable.Range(0, 100).Select(_ => Guid.NewGuid()).ToList();
        List<IReadOnlyList<string>> Suggested(IEnumerable<FreeDayRow> days) => matters.ConvertAll(matter => Suggestions.Of(days, Given.Thursday + new LocalTime(8, 0), 4, matter));

        var suggested = Suggested(all);

        suggested.ShouldAllBe(some => some.Count == 4 && some.All(id => all.Exists(day => day.Date == friday && id.StartsWith(day.Id.Substring(0, 32), StringComparison.Ordinal))));
        // Seven professionals, and of each the times that begin within two hours.
        suggested.SelectMany(some => some).Distinct().Count().ShouldBe(28);
        suggested.SelectMany(some => some).Select(id => id.Substring(32)).Distinct().Order().ShouldBe(["09:00", "09:05", "09:30", "10:55"]);
        Suggested(all.AsEnumerable().Reverse()).ShouldBe(suggested);
    }

    [Fact]
    public void Today_everybody_is_suggested_the_earliest() => Enumerable.Range(0, 50).Select(_ => Of(3, Day(One, Given.Thursday, "08:30 09:00 09:30 10:00"), Day(Two, Given.Thursday, "09:00 09:30")))
        .ShouldAllBe(some => some.SequenceEqual(new[] { At(One, Given.Thursday, "08:30"), At(Two, Given.Thursday, "09:00") }));

    private static IReadOnlyList<string> Of(int howMany, params FreeDayRow[] days) => Suggestions.Of(days, Given.Thursday + new LocalTime(8, 0), howMany, Guid.NewGuid());

    private static FreeDayRow Day(Guid professional, LocalDate date, string starts) =>
        new($"{ScheduleDay.IdOf(professional, date):N} x", "primary_care", Given.UnitId, professional, "nurse", date, starts);

    private static string At(Guid professional, LocalDate date, string start) => $"{ScheduleDay.IdOf(professional, date):N}{start}";
}
