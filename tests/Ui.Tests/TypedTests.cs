using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Yhteys.Ui.Tests;

public class TypedTests
{
    [Theory]
    [InlineData("1.3.2026")]
    [InlineData(" 01.03.2026 ")]
    [InlineData("1. 3. 2026")]
    [InlineData("1/3/2026")]
    [InlineData("1-3-2026")]
    [InlineData("1 3 2026")]
    [InlineData("01032026")]
    [InlineData("2026-03-01")]
    public void A_day_is_read_in_the_ways_people_write_it(string typed) => Typed.Date(typed).ShouldBe(new LocalDate(2026, 3, 1));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("eilen")]
    [InlineData("1.3.26")]
    [InlineData("29.2.2026")]
    [InlineData("0.3.2026")]
    [InlineData("1.13.2026")]
    [InlineData("1.3.0000")]
    [InlineData("31.12.1849")]
    [InlineData("31.12.9999")]
    [InlineData("1.3.2026 klo 9")]
    [InlineData("١.٣.٢٠٢٦")]
    [InlineData("1.3.20261")]
    public void What_is_no_day_is_none(string? typed) => Typed.Date(typed).ShouldBeNull();

    [Theory]
    [InlineData("Aino")]
    [InlineData("O’Brien-Åkerström")]
    [InlineData("D'Arc von und zu")]
    [InlineData("Нгуен")]
    [InlineData("محمد")]
    [InlineData("می\u200cنا")]
    [InlineData("王小明")]
    [InlineData("E\u0301mile")]
    [InlineData("𐐀𐐁")]
    [InlineData("Terveysasema 2 (Kokkola), hammashoito & neuvola")]
    public void A_name_has_letters_of_any_script(string typed)
    {
        Typed.IsName(typed).ShouldBeTrue();
        Typed.NameIn(typed).ShouldBe(typed);
    }

    [Theory]
    [InlineData("Ai\u200Eno", "Aino")]
    [InlineData("\u200FAino\u00AD\u2060\u180E", "Aino")]
    [InlineData("می\u200cنا", "می\u200cنا")]
    [InlineData("\u200E", null)]
    public void Signs_that_nobody_sees_are_dropped_from_a_name_as_it_is_read(string typed, string? read)
    {
        var form = new FormState { ["Name"] = typed };
        form.CheckName("Name", "Ei ole nimi.");
        (form.Valid, form.Text("Name")).ShouldBe((true, read));
    }

    [Fact]
    public void What_is_no_name_stays_as_it_was_typed()
    {
        var form = new FormState { ["Name"] = "12\u200E3" };
        form.CheckName("Name", "Ei ole nimi.");
        (form.Valid, form["Name"]).ShouldBe((false, "12\u200E3"));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("123", null)]
    [InlineData("???", null)]
    [InlineData("- '", null)]
    [InlineData("\u0301", null)]
    [InlineData("<b>Aino</b>", "bAino/b")]
    [InlineData("Ai\u0007no", "Aino")]
    [InlineData("Ai\u202Eno", "Aino")]
    [InlineData("Aino\u200B", "Aino")]
    [InlineData("Aino\uE000", "Aino")]
    public void What_is_no_name_is_none_and_what_is_left_of_it_may_be_one(string typed, string? left)
    {
        Typed.IsName(typed).ShouldBeFalse();
        Typed.NameIn(typed).ShouldBe(left);
    }

    [Theory]
    [InlineData("9.05", 9, 5)]
    [InlineData("9:05", 9, 5)]
    [InlineData("905", 9, 5)]
    [InlineData("0905", 9, 5)]
    [InlineData("klo 9.05", 9, 5)]
    [InlineData("kl. 14", 14, 0)]
    [InlineData("23.59", 23, 59)]
    public void A_time_is_read_in_the_ways_people_write_it(string typed, int hour, int minute) =>
        Typed.Time(typed).ShouldBe(new LocalTime(hour, minute));

    [Theory]
    [InlineData(null)]
    [InlineData("24.00")]
    [InlineData("9.60")]
    [InlineData("aamulla")]
    [InlineData("9.5")]
    public void What_is_no_time_is_none(string? typed) => Typed.Time(typed).ShouldBeNull();

    [Fact]
    public void Every_day_that_the_product_shows_can_be_typed_back() =>
        Prop.ForAll(Gen.Choose(-40_000, 60_000).ToArbitrary(), days =>
        {
            var day = new LocalDate(2026, 1, 1).PlusDays(days);
            return Typed.Date(Words.In("fi", () => Fi.Date(day))) == day && Typed.Date(Words.In("sv", () => Fi.Date(day))) == day;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(null, 1)]
    [InlineData("", 1)]
    [InlineData("x", 1)]
    [InlineData("-2", 1)]
    [InlineData("0", 1)]
    [InlineData("3", 3)]
    [InlineData("8", 7)]
    [InlineData("99999999999999999999", 7)]
    public void A_page_after_the_last_is_the_last_and_what_is_no_page_the_first(string? asked, int page) => PageNumber.Of(asked, 7).ShouldBe(page);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(50, 1)]
    [InlineData(51, 2)]
    [InlineData(100_000_000_000, 2_000_000_000)]
    public void So_many_lines_make_so_many_pages(long lines, int pages) => PageNumber.Last(lines, 50).ShouldBe(pages);
}
