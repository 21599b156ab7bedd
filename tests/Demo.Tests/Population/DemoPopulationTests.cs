using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Yhteys.Demo.Population;
using Yhteys.Organisation.Municipalities;
using Yhteys.Residents.Identity;

namespace Yhteys.Demo.Tests.Population;

public sealed class DemoPopulationTests
{
    private static readonly LocalDate Today = new(2026, 11, 22);
    private static readonly IReadOnlyList<Resident> People = DemoPopulation.Make(8000, 1, Today);

    [Fact]
    public void The_same_seed_gives_the_same_people_and_another_seed_others()
    {
        string Text(IEnumerable<Resident> people) => string.Join('\n', people.Select(p => $"{p}{string.Join(',', p.Guardians)}").Select(s => s));
        Text(DemoPopulation.Make(500, 7, Today)).ShouldBe(Text(DemoPopulation.Make(500, 7, Today)));
        Text(DemoPopulation.Make(500, 8, Today)).ShouldNotBe(Text(DemoPopulation.Make(500, 7, Today)));
    }

    [Fact]
    public void Every_identity_code_is_artificial_unique_and_agrees_with_birth_date_and_sex()
    {
        var codes = People.Where(p => p.IdentityCode is not null).ToList();
        codes.Select(p => p.IdentityCode).Distinct().Count().ShouldBe(codes.Count);
        foreach (var p in codes)
        {
            var check = Hetu.Check(p.IdentityCode, Today);
            (check.Valid, check.Artificial, check.BirthDate, check.Sex).ShouldBe((true, true, p.BirthDate, p.Sex));
        }

        People.Where(p => p.IdentityCode is null).ShouldAllBe(p => p.Origin == Origin.Abroad);
        People.Count(p => p.IdentityCode is null).ShouldBeInRange(60, 200);
    }

    [Fact]
    public void A_fifth_live_elsewhere()
    {
        People.Count.ShouldBe(8000);
        People.Count(p => p.Origin != Origin.County).ShouldBe(1600);
        People.Where(p => p.Origin == Origin.County).ShouldAllBe(p => MunicipalityRegister.Find(p.Municipality)!.County == "18");
        People.Where(p => p.Origin == Origin.OtherCounty).ShouldAllBe(p => MunicipalityRegister.Find(p.Municipality)!.County != "18");
        People.Where(p => p.Origin == Origin.Abroad).ShouldAllBe(p => p.Municipality == null);
    }

    [Fact]
    public void Age_sex_and_municipality_follow_the_statistics()
    {
        var county = People.Where(p => p.Origin == Origin.County).ToList();
        double Share(Func<Resident, bool> which) => county.Count(which) / (double)county.Count;
        var total = AgeStructure.Cells.Sum(c => c.People);
        double True(Func<AgeStructure.Cell, bool> which) => AgeStructure.Cells.Where(which).Sum(c => c.People) / total;

        foreach (var decade in Enumerable.Range(0, 10))
            Share(p => p.AgeOn(Today) / 10 == decade).ShouldBe(True(c => c.Age / 10 == decade), 0.01);
        Share(p => p.Sex == Sex.Female).ShouldBe(True(c => c.Sex == Sex.Female), 0.01);
        foreach (var municipality in MunicipalityRegister.OfCounty("18"))
            Share(p => p.Municipality == municipality.Code).ShouldBe(True(c => c.Municipality == municipality.Code), 0.01);
        Share(p => p.Language == "sv").ShouldBe(0.09, 0.03);
        total.ShouldBe(67_445, 500);
    }

    [Fact]
    public void Every_child_has_guardians_of_the_same_home_who_are_grown_up()
    {
        var minors = People.Where(p => p.AgeOn(Today) < 18).ToList();
        minors.Count.ShouldBeGreaterThan(1400);
        foreach (var child in minors)
        {
            child.Guardians.Count.ShouldBeInRange(1, 2);
            foreach (var guardian in child.Guardians.Select(g => People[g]))
            {
                guardian.AgeOn(Today).ShouldBeGreaterThanOrEqualTo(18);
                guardian.Ordinal.ShouldNotBe(child.Ordinal);
            }

            child.Address.ShouldBe(People[child.Guardians[0]].Address);
            child.NonDisclosure.ShouldBe(People[child.Guardians[0]].NonDisclosure);
        }

        minors.Count(c => c.Guardians.Count == 2).ShouldBeGreaterThan(minors.Count / 2);
        minors.SelectMany(c => c.Guardians).GroupBy(g => g).Average(g => g.Count()).ShouldBeGreaterThan(1.3);
        People.Where(p => p.AgeOn(Today) >= 18).ShouldAllBe(p => p.Guardians.Count == 0);
    }

    [Fact]
    public void Contact_data_belongs_to_nobody()
    {
        People.ShouldAllBe(p => p.Phone == null || p.Phone.StartsWith("+358 41 000 "));
        People.ShouldAllBe(p => p.Email == null || (p.Email.EndsWith("@example.fi") && p.Email.All(char.IsAscii)));
        People.Count(p => p.NonDisclosure).ShouldBeInRange(5, 100);
        People.ShouldAllBe(p => p.Ordinal == People[p.Ordinal].Ordinal && p.Surname.Length > 1 && p.GivenNames.Length > 1);
    }

    [Fact]
    public void Any_count_and_seed_give_so_many_people_each_with_an_own_id() =>
        Prop.ForAll<int, int>((n, seed) =>
        {
            var people = DemoPopulation.Make(Math.Abs(n % 400), (ulong)(uint)seed, Today);
            return people.Count == Math.Abs(n % 400) && people.Select(p => p.Id).Distinct().Count() == people.Count
                && people.Select((p, i) => p.Ordinal == i && p.Guardians.All(g => g < people.Count && g != i)).All(x => x);
        }).QuickCheckThrowOnFailure();
}
