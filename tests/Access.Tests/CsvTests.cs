namespace Yhteys.Access.Tests;

public sealed class CsvTests
{
    [Theory]
    [InlineData("Kokkola", "Kokkola")]
    [InlineData("-5", "-5")]
    [InlineData("-5.5", "-5.5")]
    [InlineData("3,5", "3,5")]
    [InlineData("-5,5", "-5,5")]
    [InlineData("a;b", "\"a;b\"")]
    [InlineData("a, b", "\"a, b\"")]
    [InlineData("a\tb", "\"a\tb\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("-5-3", "'-5-3")]
    [InlineData("+358", "'+358")]
    [InlineData("@sum", "'@sum")]
    [InlineData(" =1", " '=1")]
    [InlineData("\tx", "\"'\tx\"")]
    [InlineData("V,=1+cmd|' /C calc'!A0", "\"V,'=1+cmd|' /C calc'!A0\"")]
    [InlineData("V;=1", "\"V;'=1\"")]
    [InlineData("V\t-1", "\"V\t'-1\"")]
    [InlineData("V\r\n@a", "\"V\r\n'@a\"")]
    [InlineData("V\"=1", "\"V\"\"'=1\"")]
    [InlineData("V, +1", "\"V, '+1\"")]
    [InlineData("a=b", "a=b")]
    public void No_cell_is_a_formula_whatever_separates_the_cells(string text, string cell)
    {
        Csv.Row(';', [text, "x"]).ShouldBe($"{cell};x\r\n");
        if (!text.Contains(',', StringComparison.Ordinal))
            Csv.Row(',', [text, "x"]).ShouldBe($"{cell},x\r\n");
    }

    [Fact]
    public void A_number_with_the_separator_in_it_is_quoted() => Csv.Row(',', ["-5,5"]).ShouldBe("\"'-5,5\"\r\n");
}
