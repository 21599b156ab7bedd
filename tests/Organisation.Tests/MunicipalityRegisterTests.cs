using Yhteys.Organisation.Municipalities;

namespace Yhteys.Organisation.Tests;

public sealed class MunicipalityRegisterTests
{
    [Fact]
    public void The_year_2026_has_308_municipalities_in_23_areas()
    {
        MunicipalityRegister.All.Count.ShouldBe(308);
        MunicipalityRegister.All.Select(m => m.County).Distinct().Count().ShouldBe(23);
        MunicipalityRegister.All.ShouldAllBe(m => m.Code.Length == 3 && m.County.Length == 2);
    }

    [Fact]
    public void Central_Ostrobothnia_is_its_eight_municipalities() =>
        MunicipalityRegister.OfCounty("18").Select(m => m.Fi).ShouldBe(
            ["Halsua", "Kannus", "Kaustinen", "Kokkola", "Lestijärvi", "Perho", "Toholampi", "Veteli"]);

    [Theory]
    [InlineData("fi", "Kokkola")]
    [InlineData("sv", "Karleby")]
    [InlineData("en", "Kokkola")]
    [InlineData("de", "Kokkola")]
    public void A_municipality_has_its_name_in_each_language(string language, string name) =>
        MunicipalityRegister.Name("272", language).ShouldBe(name);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("74")]
    [InlineData("000")]
    public void An_unknown_code_finds_nothing(string? code)
    {
        MunicipalityRegister.Find(code).ShouldBeNull();
        MunicipalityRegister.Name(code, "fi").ShouldBeNull();
    }

    [Fact]
    public void A_code_keeps_its_leading_zeros() => MunicipalityRegister.Find("074")!.Sv.ShouldBe("Halso");
}
