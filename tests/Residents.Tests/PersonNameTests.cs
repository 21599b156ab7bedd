using System.Globalization;
using System.Text.Json;
using Yhteys.Kernel;
using Yhteys.Residents.Vault;

namespace Yhteys.Residents.Tests;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("fi", "Nimi ei tiedossa", "Aino (sukunimi ei tiedossa)", "Koivu (etunimi ei tiedossa)")]
    [InlineData("sv", "Namnet okänt", "Aino (efternamnet okänt)", "Koivu (förnamnet okänt)")]
    [InlineData("en", "Name not known", "Aino (surname not known)", "Koivu (given names not known)")]
    public void What_nobody_knows_is_told_in_the_language_of_the_reader(string language, string nothing, string given, string surname)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            new PersonName(null, null).Full.ShouldBe(nothing);
            new PersonName("Aino Maria", null).Short.ShouldBe(given);
            new PersonName(null, "Koivu").Full.ShouldBe(surname);
            new PersonName("Aino Maria", "Koivu").Short.ShouldBe("Aino Koivu");
            new PersonName("Aino Maria", "Koivu", "Maria").Short.ShouldBe("Maria Koivu");
            new PersonName("Aino Maria", "Koivu", "Maria").Full.ShouldBe("Aino Maria Koivu");
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Theory]
    [InlineData("""{"givenNames":"Nimi","surname":"ei tiedossa"}""", null, null)]
    [InlineData("""{"givenNames":"Namnet","surname":"okänt"}""", null, null)]
    [InlineData("""{"givenNames":"Eetu","surname":"not known"}""", "Eetu", null)]
    [InlineData("""{"givenNames":"Aino","surname":"Koivu"}""", "Aino", "Koivu")]
    public void The_words_of_an_older_journal_are_read_as_what_is_not_known(string kept, string? given, string? surname)
    {
        var name = JsonSerializer.Deserialize<PersonName>(kept, EventJson.Options)!;
        (name.GivenNames, name.Surname).ShouldBe((given, surname));
    }

    [Theory]
    [InlineData("Name", "Koivu")]
    [InlineData("Nimi", null)]
    [InlineData("Namnet", "okänt")]
    [InlineData(null, "Koivu")]
    [InlineData(null, null)]
    [InlineData("Aino", "Koivu")]
    public void Who_is_called_by_such_a_word_keeps_the_name(string? given, string? surname)
    {
        var kept = JsonSerializer.Serialize(new PersonName(given, surname), EventJson.Options);

        JsonSerializer.Deserialize<PersonName>(kept, EventJson.Options).ShouldBe(new(given, surname));
        var called = new PersonName(given, surname, "Aikku");
        JsonSerializer.Deserialize<PersonName>(JsonSerializer.Serialize(called, EventJson.Options), EventJson.Options).ShouldBe(called);
        kept.ShouldNotContain("preferred");
        kept.Contains("own", StringComparison.Ordinal).ShouldBe(given is "Name" or "Nimi" or "Namnet");
    }

    [Fact]
    public void Only_one_without_an_identity_code_may_be_without_a_name()
    {
        var unnamed = Given.Register with { Name = new(null, "Koivu") };
        RegisterPerson.Decide(PersonState.Empty, unnamed, null, false, Given.Today).ShouldRefuse<GivenNamesMissing>();
        RegisterPerson.Decide(PersonState.Empty, unnamed with { IdentityCode = null }, null, false, Given.Today).ShouldBeOfType<Decision.Accepted>();
        RegisterPerson.Decide(PersonState.Empty, unnamed with { IdentityCode = null, Name = new("", "Koivu") }, null, false, Given.Today).ShouldRefuse<GivenNamesMissing>();
    }
}
