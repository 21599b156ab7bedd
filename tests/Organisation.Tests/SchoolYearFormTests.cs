using NodaTime;
using Yhteys.Organisation.Views;
using Yhteys.Ui;

namespace Yhteys.Organisation.Tests;

public sealed class SchoolYearFormTests
{
    [Fact]
    public void Breaks_that_the_form_has_no_rows_for_when_it_is_merged_with_anothers_are_told()
    {
        SchoolCalendarRow Year(string name) => new(
            "217/2026–2027", "217", "2026–2027", new(2026, 8, 10), new(2027, 6, 5),
            [.. Enumerable.Range(0, SchoolYearForm.MostRows).Select(i => new SchoolBreak($"{name} {i}", new LocalDate(2026, 9, 1).PlusDays(i), new LocalDate(2026, 9, 1).PlusDays(i)))]);
        var form = new FormState();
        SchoolYearForm.Fill(form, Year("Loma"), 1);
        form[SchoolYearForm.Field(0, "Name")] = "Oma";

        SchoolYearForm.Renew(form, Year("Toisen"), 2).ShouldHaveSingleItem().Name.ShouldBe($"Toisen {SchoolYearForm.MostRows - 1}");
        SchoolYearForm.Renew(new FormState(), Year("Toisen"), 2).ShouldBeEmpty();
    }
}
