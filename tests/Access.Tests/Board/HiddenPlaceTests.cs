using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Yhteys.Access.Board;
using Yhteys.Access.Board.Places;
using Yhteys.Residents;
using Yhteys.Residents.Identity;
using Yhteys.Testing;

namespace Yhteys.Access.Tests.Board;

/// <summary>Non-disclosure: on no map, also when the contact told a municipality and the protection came later.</summary>
public sealed class HiddenPlaceTests
{
    [Theory]
    [InlineData(Engines.Sqlite)]
    [InlineData(Engines.Postgres)]
    public async Task Who_came_under_non_disclosure_is_in_no_municipality_on_any_day(string engine)
    {
        using var county = new County(engine);
        var person = Guid.NewGuid();
        (await county.Test.Handle(work => RegisterPerson.Decide(
            work.State<PersonState>(person), new(person, new("Aino", "Esimerkki"), null, new LocalDate(1980, 1, 1), Sex.Female, "fi", "T-1", "272"), null, false, County.Today))).Accepted.ShouldBeTrue();
        await county.Record(new Reported(Guid.NewGuid(), person, County.North, "primary_care", County.Today, Municipality: "272"));
        Places(county, County.Live()).ShouldBe(["272"]);
        county.Clock.Advance(Duration.FromDays(1));

        (await county.Test.Handle(work => SetNonDisclosure.Decide(work.State<PersonState>(person), new(person, true)))).Accepted.ShouldBeTrue();

        Places(county, County.Live(County.Today.PlusDays(1))).ShouldBe([null]);
        foreach (var known in new[] { BoardKnowledge.Then, BoardKnowledge.Now })
            Places(county, new(County.Today, known)).ShouldBe([null]);
    }

    private static IEnumerable<string?> Places(County county, BoardMoment moment) =>
        county.Services.GetRequiredService<PlaceCount>().On(moment).ByMunicipality().Select(p => p.Municipality);
}
