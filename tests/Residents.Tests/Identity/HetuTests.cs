using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Yhteys.Residents.Identity;

namespace Yhteys.Residents.Tests.Identity;

public sealed class HetuTests
{
    private static readonly LocalDate Today = new(2026, 11, 22);

    [Theory]
    [InlineData("131052-308T", 1952, 10, 13, Sex.Female, false)]
    [InlineData("020516C903K", 2016, 5, 2, Sex.Male, true)]
    [InlineData("010280-952L", 1980, 2, 1, Sex.Female, true)]
    public void A_published_example_is_read(string code, int year, int month, int day, Sex sex, bool artificial)
    {
        var check = Hetu.Check(code, Today);
        check.ShouldBe(new HetuCheck(code, HetuFault.None, new LocalDate(year, month, day), sex, artificial));
        check.Sentence("fi").ShouldBeNull();
    }

    [Theory]
    [InlineData(null, HetuFault.Empty)]
    [InlineData("   ", HetuFault.Empty)]
    [InlineData("131052-308", HetuFault.Length)]
    [InlineData("131052-308TT", HetuFault.Length)]
    [InlineData("13105X-308T", HetuFault.Shape)]
    [InlineData("131052-3O8T", HetuFault.Shape)]
    [InlineData("131052-308😀", HetuFault.Length)]
    [InlineData("١٣١٠٥٢-308T", HetuFault.Shape)]
    [InlineData("131052G308T", HetuFault.CenturySign)]
    [InlineData("131052/308T", HetuFault.CenturySign)]
    [InlineData("310252-308T", HetuFault.Date)]
    [InlineData("290201A900T", HetuFault.Date)]
    [InlineData("001052-308T", HetuFault.Date)]
    [InlineData("131352-308T", HetuFault.Date)]
    [InlineData("131052-001T", HetuFault.IndividualNumber)]
    [InlineData("131052-308U", HetuFault.CheckCharacter)]
    [InlineData("131052-308G", HetuFault.CheckCharacter)]
    public void A_wrong_code_says_what_is_wrong_in_three_languages(string? code, HetuFault fault)
    {
        var check = Hetu.Check(code, Today);
        check.ShouldBe(HetuCheck.Wrong(fault));
        new[] { "fi", "sv", "en" }.Select(check.Sentence).Distinct().Count(s => !string.IsNullOrEmpty(s)).ShouldBe(3);
    }

    [Theory]
    [InlineData(" 131052-308t ")]
    [InlineData("131052 - 308 T")]
    [InlineData("131052–308T")]
    [InlineData("131052\u2212308T")]
    public void Case_spaces_and_typographic_dashes_do_not_matter(string code) =>
        Hetu.Check(code).Code.ShouldBe("131052-308T");

    [Fact]
    public void A_day_of_birth_to_come_is_refused_only_when_today_is_known()
    {
        var code = Hetu.Artificial(Today.PlusDays(1), Sex.Male, 0);
        Hetu.Check(code, Today).Fault.ShouldBe(HetuFault.Future);
        Hetu.Check(code).Valid.ShouldBeTrue();
        Hetu.Check(Hetu.Artificial(Today, Sex.Male, 0), Today).Valid.ShouldBeTrue();
    }

    [Fact]
    public void The_product_takes_only_artificial_codes_unless_the_county_says_otherwise()
    {
        Hetu.Accept("131052-308T", acceptReal: false).Fault.ShouldBe(HetuFault.NotArtificial);
        Hetu.Accept("131052-308T", acceptReal: true).Valid.ShouldBeTrue();
        Hetu.Accept("010280-952L", acceptReal: false).Valid.ShouldBeTrue();
        Hetu.Accept("131052-308U", acceptReal: false).Fault.ShouldBe(HetuFault.CheckCharacter);
    }

    [Theory]
    [InlineData("+", 1899)]
    [InlineData("-YXWVU", 1999)]
    [InlineData("ABCDEF", 2004)]
    public void Every_sign_tells_its_century(string signs, int year)
    {
        foreach (var (sign, index) in signs.Select((s, i) => (s, i)))
        {
            var code = Hetu.Artificial(new(year, 2, 28), Sex.Female, index * 50);
            code[6].ShouldBe(sign);
            Hetu.Check(code).BirthDate.ShouldBe(new LocalDate(year, 2, 28));
        }
    }

    [Fact]
    public void Every_artificial_code_reads_back_as_it_was_made() =>
        Prop.ForAll<int, bool, int>((day, male, n) =>
        {
            var birth = new LocalDate(1900, 1, 1).PlusDays(Math.Abs(day % 73_000));
            var sex = male ? Sex.Male : Sex.Female;
            var check = Hetu.Check(Hetu.Artificial(birth, sex, Math.Abs(n % 300)));
            return check.Valid && check.Artificial && check.BirthDate == birth && check.Sex == sex;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void One_changed_character_never_goes_unseen() =>
        Prop.ForAll<int, int, char>((n, place, with) =>
        {
            var code = Hetu.Artificial(new(1975, 6, 15), Sex.Male, Math.Abs(n % 300));
            var at = Math.Abs(place % 11);
            // Signs of one century are no part of the check; the other nine digits and the check character are.
            if (at == 6 || char.ToUpperInvariant(with) == code[at]) return true;
            return !Hetu.Check(code[..at] + with + code[(at + 1)..]).Valid;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_is_answered_without_a_fault_of_ours() =>
        Prop.ForAll<string>(text => Hetu.Check(text).Valid || Hetu.Check(text).Sentence("en") is { Length: > 10 })
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Artificial_codes_of_one_day_differ_and_run_out_with_a_sentence()
    {
        Enumerable.Range(0, 300).SelectMany(n => new[] { Sex.Female, Sex.Male }.Select(s => Hetu.Artificial(new(2001, 1, 1), s, n)))
            .Distinct().Count().ShouldBe(600);
        Should.Throw<ArgumentOutOfRangeException>(() => Hetu.Artificial(new(2001, 1, 1), Sex.Male, 300));
        Should.Throw<ArgumentOutOfRangeException>(() => Hetu.Artificial(new(2101, 1, 1), Sex.Male, 0));
        Should.Throw<ArgumentOutOfRangeException>(() => Hetu.Artificial(new(2001, 1, 1), Sex.Unknown, 0));
    }

    [Fact]
    public void The_command_answers_in_plain_values()
    {
        HetuCommand.Run("010280-952l", Today).ShouldBe(new HetuCommand(true, null, "1980-02-01", "female"));
        var wrong = HetuCommand.Run("010280-952M", Today);
        (wrong.Valid, wrong.BirthDate, wrong.Sex).ShouldBe((false, null, null));
        wrong.Why.ShouldNotBeNull().ShouldContain("last character");
    }
}
