using System.Text.Json;
using NodaTime;

namespace Yhteys.Content.Tests;

public sealed class ContentProblemTests
{
    [Theory]
    [InlineData("sv", "Regeln har samma tidsfrist som A, och båda är i kraft 1.2.2027: låt A upphöra dagen före eller ge reglerna olika villkor.")]
    [InlineData("fi", "Säännössä on sama määräaika kuin säännössä A, ja molemmat ovat voimassa 1.2.2027: päätä A edelliseen päivään tai anna säännöille eri ehdot.")]
    [InlineData("en", "It says the same limit as A, and both are in force on 2027-02-01: end A on the day before, or give them different conditions.")]
    public void It_is_said_in_the_reader_s_language(string language, string sentence)
    {
        var (rule, day) = ("A", new LocalDate(2027, 2, 1));
        new ContentProblem("rules/a.json", 1, "$", $"It says the same limit as {rule}, and both are in force on {day}: end {rule} on the day before, or give them different conditions.")
            .In(language).ShouldBe(sentence);
    }

    [Theory]
    [InlineData("""{ "type": ["integer", "null"] }""", "{}", "Tiedosto on väärää lajia. Siinä pitää olla kokonaisluku tai arvo null, mutta siinä on olio aaltosulkeissa: muuta se.")]
    [InlineData("""{ "uniqueItems": true }""", "[\"a\", \"a\"]", "Tiedosto sisältää saman kahdesti: teksti \"a\". Poista toinen.")]
    [InlineData("""{ "pattern": "^[0-9]{3}$", "description": "a municipality code of three digits, for example 272" }""", "\"x\"", "Tiedosto on teksti \"x\", mutta muoto on väärä. Oikea muoto: kolminumeroinen kuntanumero, esimerkiksi 272.")]
    [InlineData("""{ "pattern": "^[0-9]$", "description": "one {digit}" }""", "\"{0}\"", "Tiedosto on teksti \"{0}\", mutta muoto on väärä. Oikea muoto: one {digit}.")]
    [InlineData("{}", "{ nonsense", "Teksti ei ole kelvollista JSONia: korjaa se tästä kohdasta (rivin merkki 3). Siitä voi puuttua pilkku, lainausmerkki tai sulku, tai niitä voi olla liikaa.")]
    public void The_pieces_of_a_sentence_are_said_in_the_same_language(string schema, string json, string sentence) =>
        JsonSchema.Parse("s.json", schema, []).ShouldNotBeNull().Check("f.json", json).ShouldHaveSingleItem().In("fi").ShouldBe(sentence);

    [Fact]
    public void Two_that_say_the_same_are_the_same()
    {
        var line = "moon";
        ContentProblem one = new("f.json", 1, "$", $"\"{line}\" is missing: add it."), same = new("f.json", 1, "$", $"{"\"moon\" is missing: add it."}");

        same.ShouldBe(one);
        new[] { one }.Except([same]).ShouldBeEmpty();
        (one with { Line = 2 }).ShouldNotBe(one);
    }

    [Fact]
    public void As_json_it_has_the_english_sentence_alone() =>
        JsonSerializer.Serialize(new ContentProblem("f.json", 1, "$", $"The days must be in ascending order."))
            .ShouldBe("""{"File":"f.json","Line":1,"Path":"$","Reason":"The days must be in ascending order."}""");
}
