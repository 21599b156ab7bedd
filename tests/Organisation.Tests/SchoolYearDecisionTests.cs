namespace Yhteys.Organisation.Tests;

public sealed class SchoolYearDecisionTests
{
    private static readonly SetSchoolCalendar Year = new("272", "2026–2027", new(2026, 8, 11), new(2027, 6, 5), []);

    [Fact]
    public void A_school_year_holds_its_breaks()
    {
        var autumn = new SchoolBreak("Syysloma", new(2026, 10, 19), new(2026, 10, 23));
        var year = new SetSchoolCalendar("272", "2026–2027", new(2026, 8, 11), new(2027, 6, 5), [autumn]);
        SetSchoolCalendar.Decide(SchoolCalendarState.Empty, year).Event().ShouldBeOfType<SchoolCalendarSet>().Breaks.ShouldBe([autumn]);
        SetSchoolCalendar.Decide(SchoolCalendarState.Empty, year with { Municipality = "1" }).ShouldRefuse<UnknownMunicipality>();
        SetSchoolCalendar.Decide(SchoolCalendarState.Empty, year with { LastDay = year.FirstDay }).ShouldRefuse<SchoolYearEndsBeforeItBegins>();
        SetSchoolCalendar.Decide(SchoolCalendarState.Empty, year with { Breaks = [autumn with { LastDay = new(2027, 7, 1) }] }).ShouldRefuse<SchoolBreakOutsideYear>();
        SetSchoolCalendar.Decide(SchoolCalendarState.Empty, year with { Breaks = [autumn with { LastDay = autumn.FirstDay.PlusDays(-1) }] }).ShouldRefuse<SchoolBreakOutsideYear>();
        SetSchoolCalendar.Decide(SchoolCalendarState.Empty, year with { LastDay = new(2026, 12, 18) }).ShouldRefuse<SchoolYearNotOverNewYear>();
        SetSchoolCalendar.StreamOf("272").ShouldNotBe(SetSchoolCalendar.StreamOf("217"));
    }

    [Fact]
    public void A_school_year_that_is_there_is_replaced_only_by_who_has_looked_at_it()
    {
        var year = new SetSchoolCalendar("272", "2026–2027", new(2026, 8, 11), new(2027, 6, 5), []);
        var state = Given.State<SchoolCalendarState>(SetSchoolCalendar.Decide(SchoolCalendarState.Empty, year).Event());
        SetSchoolCalendar.Decide(state, year).ShouldRefuse<SchoolYearIsThere>();
        SetSchoolCalendar.Decide(state, year with { Replaces = "2025–2026" }).ShouldRefuse<SchoolYearIsOther>();
        SetSchoolCalendar.Decide(state, year with { Replaces = "2026–2027", Seen = 1 }).Event().ShouldBeOfType<SchoolCalendarSet>();
        SetSchoolCalendar.Decide(state, year with { Replaces = "2026–2027", Seen = 0 }).ShouldBeOfType<Kernel.Decision.Refused>().Refusal.ShouldBeOfType<Kernel.ChangedSinceOpened>();
        SetSchoolCalendar.Decide(state, year with { SchoolYear = "2027–2028", FirstDay = new(2027, 8, 11), LastDay = new(2028, 6, 3) }).Event().ShouldBeOfType<SchoolCalendarSet>();
    }

    [Fact]
    public void A_school_year_is_one_autumn_and_the_spring_after_it()
    {
        Decide(Year with { FirstDay = new(2026, 1, 1), LastDay = new(2027, 12, 31) }).ShouldRefuse<SchoolYearNotOverNewYear>();
        Decide(Year with { LastDay = new(2027, 8, 1) }).ShouldRefuse<SchoolYearNotOverNewYear>();
        Decide(Year with { FirstDay = new(2026, 7, 31) }).ShouldRefuse<SchoolYearNotFromAutumn>();
        Decide(Year with { FirstDay = new(2026, 10, 1) }).ShouldRefuse<SchoolYearNotFromAutumn>();
        Decide(Year with { SchoolYear = "1890–1891", FirstDay = new(1890, 8, 11), LastDay = new(1891, 6, 5) }).ShouldRefuse<SchoolYearOutsideCalendar>();
        Decide(Year with { SchoolYear = "2100–2101", FirstDay = new(2100, 8, 11), LastDay = new(2101, 6, 5) }).ShouldRefuse<SchoolYearOutsideCalendar>();
        Decide(Year with { FirstDay = new(2026, 8, 1), LastDay = new(2027, 7, 31) }).Event().ShouldBeOfType<SchoolCalendarSet>();
    }

    [Fact]
    public void The_days_belong_to_the_year_that_is_named_and_to_no_other()
    {
        var state = Given.State<SchoolCalendarState>(
            new SchoolCalendarSet("272", "2026–2027", Year.FirstDay, Year.LastDay, []), new SchoolCalendarSet("272", "2028–2029", new(2028, 1, 1), new(2029, 12, 31), []));
        var next = Year with { SchoolYear = "2027–2028", FirstDay = new(2027, 8, 11), LastDay = new(2028, 6, 3) };
        Decide(next with { Replaces = "2026–2027" }, state).ShouldRefuse<SchoolYearIsOther>();
        Decide(next with { SchoolYear = "2026–2027" }, state).ShouldRefuse<SchoolYearIsOther>();
        Decide(next, state).ShouldRefuse<SchoolYearsOverlap>();
        Decide(next with { LastDay = new(2028, 1, 1) }, state).ShouldRefuse<SchoolYearsOverlap>();
        Decide(next with { SchoolYear = "2028–2029", Replaces = "2028–2029", FirstDay = new(2028, 8, 11), LastDay = new(2029, 6, 2) }, state).Event().ShouldBeOfType<SchoolCalendarSet>();
    }

    [Fact]
    public void Breaks_do_not_overlap()
    {
        SchoolBreak autumn = new("Syysloma", new(2026, 10, 19), new(2026, 10, 23)), day = new("Vapaapäivä", new(2026, 10, 23), new(2026, 10, 23));
        Decide(Year with { Breaks = [day, autumn] }).ShouldRefuse<SchoolBreaksOverlap>();
        Decide(Year with { Breaks = [day with { FirstDay = new(2026, 10, 26), LastDay = new(2026, 10, 26) }, autumn] }).Event().ShouldBeOfType<SchoolCalendarSet>();
    }

    private static Kernel.Decision Decide(SetSchoolCalendar command, SchoolCalendarState? state = null) => SetSchoolCalendar.Decide(state ?? SchoolCalendarState.Empty, command);
}
