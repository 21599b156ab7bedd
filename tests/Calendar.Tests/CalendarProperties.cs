using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Yhteys.Calendar;

namespace Yhteys.Calendar.Tests;

public class CalendarProperties
{
    private static readonly TimeUnit[] Units = Enum.GetValues<TimeUnit>();

    [Fact]
    public void The_strict_date_is_never_after_the_latest_and_the_latest_is_a_working_day() => Prop.ForAll<int, int, int>((day, n, unit) =>
    {
        var limit = Limit(n, unit);
        var end = StatutoryTime.Default.End(Start(day), limit);
        return end.Strict <= end.Latest && end.Strict >= Start(day)
            && (limit.Unit == TimeUnit.Immediate || WorkingDays.Statutory.IsWorking(end.Latest));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Adding_a_holiday_never_shortens() => Prop.ForAll<int, int, int>((day, n, extra) =>
    {
        var more = new StatutoryTime(new WorkingDays(evesAreWorkingDays: false, [Start(day).PlusDays(Math.Abs(extra % 40))]));
        return Units.All(unit =>
        {
            var (before, after) = (StatutoryTime.Default.End(Start(day), Limit(n, (int)unit)), more.End(Start(day), Limit(n, (int)unit)));
            return after.Strict >= before.Strict && after.Latest >= before.Latest;
        });
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    [Fact]
    public void The_table_answers_as_walking_day_by_day_does() => Prop.ForAll<int, int>((day, n) =>
    {
        var (count, walked) = (Math.Abs(n % 60), Start(day));
        for (var left = count; left > 0; left -= WorkingDays.Statutory.IsWorking(walked) ? 1 : 0)
            walked = walked.PlusDays(1);
        return count == 0 || WorkingDays.Statutory.Add(Start(day), count) == walked;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Working_days_between_is_the_inverse_of_adding() => Prop.ForAll<int, int>((day, n) =>
        WorkingDays.Statutory.Between(Start(day), WorkingDays.Statutory.Add(Start(day), 1 + Math.Abs(n % 60))) == 1 + Math.Abs(n % 60)).QuickCheckThrowOnFailure();

    [Fact]
    public void The_explanation_ends_on_the_latest_date_and_counts_to_the_number() => Prop.ForAll<int, int>((day, n) =>
    {
        var limit = Limit(n, (int)TimeUnit.WorkingDays) with { N = 1 + Math.Abs(n % 20) };
        var days = StatutoryTime.Default.Explain(Start(day), limit);
        return days[^1].Day == StatutoryTime.Default.End(Start(day), limit).Latest && days.Count(d => d.Number is not null) == limit.N;
    }).QuickCheckThrowOnFailure();

    private static LocalDate Start(int day) => new LocalDate(2010, 1, 1).PlusDays(Math.Abs(day % 20_000));

    private static TimeLimit Limit(int n, int unit) => new(1 + Math.Abs(n % 30), Units[Math.Abs(unit % Units.Length)]);
}
