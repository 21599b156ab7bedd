using System.Xml.Linq;
using Yhteys.Testing;

namespace Yhteys.Architecture.Tests.Rules;

/// <summary>A module knows only those above it; the ground knows no module.</summary>
public sealed class LayerTests
{
    [Fact]
    public void Modules_are_those_of_the_design() => House.ModuleFolders.Except(House.Order, StringComparer.Ordinal).ShouldBeEmpty();

    [Fact]
    public void The_host_carries_every_module() =>
        House.Modules.Select(House.NameOf).Order(StringComparer.Ordinal).ShouldBe(House.ModuleFolders);

    [Fact]
    public void Compiled_code_refers_upwards_only() =>
        Wrong(House.Assemblies.Select(a => (House.NameOf(a), a.GetReferencedAssemblies().Select(r => r.Name!).Where(House.IsOurs).Select(House.NameOf)))).ShouldBeEmpty();

    [Fact]
    public void Projects_refer_upwards_only() => Wrong(
        Directory.EnumerateFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories).Select(file => (
            Path.GetFileNameWithoutExtension(file),
            XDocument.Load(file).Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')))))).ShouldBeEmpty();

    [Theory]
    [InlineData("Residents", "Cases")]
    [InlineData("Access", "Booking")]
    [InlineData("Kernel", "Organisation")]
    [InlineData("Calendar", "Access")]
    [InlineData("Ui", "Cases")]
    [InlineData("Ui", "Kernel")]
    [InlineData("Cases", "Web")]
    [InlineData("Kernel", "Content")]
    [InlineData("Surprise", "Kernel")]
    public void Canary(string from, string to) => Wrong([(from, [to])]).ShouldHaveSingleItem();

    [Theory]
    [InlineData("Cases", "Access")]
    [InlineData("Cases", "Kernel")]
    [InlineData("Web", "Booking")]
    [InlineData("Demo", "Booking")]
    public void What_is_allowed(string from, string to) => Wrong([(from, [to])]).ShouldBeEmpty();

    private static List<string> Wrong(IEnumerable<(string From, IEnumerable<string> To)> references) =>
        [.. references.SelectMany(r => r.To.Where(to => !May(r.From, to)).Select(to => $"{r.From} → {to}"))];

    private static bool May(string from, string to) => (from, to) switch
    {
        ("Kernel" or "Calendar", _) => false,
        ("Ui", _) => to == "Calendar",
        ("Content", _) => to == "Kernel",
        ("Demo", _) => to != "Web",
        ("Web", _) => true,
        _ when House.Order.Contains(from) => House.Ground.Contains(to) || (House.Order.Contains(to) && Array.IndexOf(House.Order, to) < Array.IndexOf(House.Order, from)),
        _ => false,
    };
}
