using System.Text.RegularExpressions;
using Yhteys.Kernel.Storage;
using Yhteys.Kernel.Views;
using Yhteys.Testing;

namespace Yhteys.Kernel.Tests;

public sealed class ShapeTests
{
    internal sealed record BadRow(Guid Id, int Order);

    /// <summary>Words of the field, whole, in any case: the kernel must be of use to any journal.</summary>
    private static readonly Regex Field = new(
        @"\b(patients?|residents?|clients?|nurses?|doctors?|dentists?|clinics?|care|social|health|units?|county|hetu|wellbeing|guardians?)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));

    [Fact]
    public void No_word_of_health_or_social_care_is_in_the_kernel()
    {
        var files = Directory.EnumerateFiles(Repository.PathOf("src/Kernel"), "*.cs", SearchOption.AllDirectories).Where(f => !f.Contains("/obj/") && !f.Contains("/bin/")).ToList();
        files.Count.ShouldBeGreaterThan(20);
        // The acting unit is part of the envelope in every register of a public body; it is the one word that stays.
        files.SelectMany(f => File.ReadLines(f).SelectMany(line => Words(line).Select(w => $"{Path.GetFileName(f)}: {w}")))
            .Where(w => w is not ("Events.cs: Unit" or "Events.cs: unit")).ShouldBeEmpty();
    }

    [Fact]
    public void The_search_for_words_can_fail() => Words("the Patient of a careful county").ShouldBe(["Patient", "county"]);

    [Fact]
    public void A_column_named_as_a_word_of_sql_is_refused() =>
        Should.Throw<InvalidOperationException>(() => new TableShape("t", typeof(BadRow))).Message.ShouldContain("Order");

    [Fact]
    public void A_name_that_postgres_would_cut_is_refused() =>
        Should.Throw<InvalidOperationException>(() => new TableShape(new string('a', 48), typeof(LatestRow))).Message.ShouldContain("too long");

    [Fact]
    public void Two_views_of_one_name_or_row_are_refused() =>
        Should.Throw<InvalidOperationException>(() => new ViewSet([new TotalView(), new TotalView()]));

    private static IEnumerable<string> Words(string line) => Field.Matches(line).Select(m => m.Value);
}
