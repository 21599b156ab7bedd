using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Yhteys.Access.Clocks;

namespace Yhteys.Access.Tests.Clocks;

/// <summary>The bytes in which views keep what the clocks know of a matter.</summary>
public class ClockFileBytesTests
{
    private static readonly ClockFile Example = new(
        new(new LocalDate(2026, 3, 2), "health", "oral_health", 17, ["medical_reason", "non_urgent"]),
        [
            new("contact", new LocalDate(2026, 3, 2)), new("need_assessed", new LocalDate(2026, 3, 2), "dental_hygienist", "licensed"),
            new("need_identified", new LocalDate(2026, 3, 9), "dental_hygienist", "licensed", "dentist", 18), new("visit", new LocalDate(2026, 5, 4), "dentist", "licensed"),
        ],
        [new(new LocalDate(2026, 5, 5), ClockEndingReason.NotNeeded)]);

    [Fact]
    public void The_bytes_are_those_that_views_hold() => Convert.ToHexStringLower(Example.Pack()).ShouldBe(
        "04" + "c4c002" + "0302" + "0122" + "020211" + "04" + "0300000000" + "0f000a0400" + "130e0a0403" + "177e030400" + "010224" + "01" + "800101");

    [Fact]
    public void An_ordinary_matter_takes_some_forty_bytes() => Example.Pack().Length.ShouldBeLessThan(48);

    [Fact]
    public void The_form_names_the_vocabulary_so_that_other_places_are_never_read() => ClockFile.Form.ShouldMatch("^4-[0-9a-f]{8}$");

    [Fact]
    public void Bytes_of_another_form_are_refused() =>
        Should.Throw<InvalidDataException>(() => ClockFile.Unpack([1, 0, 0])).Message.ShouldContain("rebuild the view");

    [Fact]
    public void What_was_packed_comes_back_as_it_was() => Prop.ForAll(Arb.From(Files()), file =>
    {
        var back = ClockFile.Unpack(file.Pack());
        return back.Subject with { Reasons = file.Subject.Reasons, SchoolClosed = file.Subject.SchoolClosed } == file.Subject
            && back.Subject.Reasons.SequenceEqual(file.Subject.Reasons)
            && (back.Subject.SchoolClosed ?? []).SequenceEqual(file.Subject.SchoolClosed ?? []) && back.Subject.SchoolClosed is null == file.Subject.SchoolClosed is null
            && back.Facts.SequenceEqual(file.Facts) && back.Endings.SequenceEqual(file.Endings);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    private static Gen<ClockFile> Files() =>
        from opened in Gen.Choose(0, 48_000)
        from line in Gen.Elements([.. ClockVocabulary.ServiceLines, "a_line_of_tomorrow"])
        from register in Gen.Elements("health", "social", "none")
        from age in Gen.Choose(-1, 120)
        from reasons in Gen.Elements(ClockVocabulary.Reasons.ToArray()).ListOf()
        from birth in Gen.Choose(-40_000, 1)
        from closed in Closed(opened).ListOf()
        from facts in Fact(opened).ListOf()
        from endings in Ending(opened).ListOf()
        select new ClockFile(
            new(Day(opened), register, line, age < 0 ? null : age, reasons)
            {
                BirthDate = birth > 0 ? null : Day(opened + birth),
                SchoolClosed = closed.Count == 1 ? null : closed,
            },
            [.. facts], [.. endings]);

    private static Gen<ClockFact> Fact(int opened) =>
        from fact in Gen.Elements(ClockVocabulary.Facts.ToArray())
        from day in Gen.Choose(-7_000, 7_000)
        from profession in Gen.Elements([null, "wizard", .. ClockVocabulary.Professions])
        from licence in Gen.Elements([null, .. ClockVocabulary.Licences])
        from qualifier in Gen.Elements([null, "THL51A-ADULT", "ääkköset", .. ClockVocabulary.Qualifiers])
        from age in Gen.Elements<int?>(null, 0, 22, 120)
        select new ClockFact(fact, Day(opened + day), profession, licence, qualifier, age);

    private static Gen<ClockEnding> Ending(int opened) =>
        from day in Gen.Choose(0, 9_000)
        from reason in Gen.Elements(Enum.GetValues<ClockEndingReason>())
        select new ClockEnding(Day(opened + day), reason);

    private static Gen<DateInterval> Closed(int opened) =>
        from first in Gen.Choose(-400, 400)
        from length in Gen.Choose(0, 80)
        select new DateInterval(Day(opened + first), Day(opened + first + length));

    private static LocalDate Day(int number) => new LocalDate(1970, 1, 1).PlusDays(number);
}
