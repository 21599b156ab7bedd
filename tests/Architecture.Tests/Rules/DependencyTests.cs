using System.Text.Json;
using Yhteys.Testing;

namespace Yhteys.Architecture.Tests.Rules;

/// <summary>Libraries that the design does without: they would bring a second way of doing something.</summary>
public sealed class DependencyTests
{
    private static readonly string[] Forbidden =
        ["Microsoft.EntityFrameworkCore", "MediatR", "AutoMapper", "Mapster", "Dapper", "MassTransit", "Marten", "Wolverine", "Newtonsoft.Json", "Moq", "NSubstitute"];

    [Fact]
    public void No_project_of_the_product_restores_a_forbidden_library() =>
        Wrong(Directory.EnumerateFiles(Repository.PathOf("src"), "packages.lock.json", SearchOption.AllDirectories).SelectMany(Restored)).ShouldBeEmpty();

    [Fact]
    public void No_assembly_of_the_house_refers_to_one() =>
        Wrong(House.Assemblies.SelectMany(a => a.GetReferencedAssemblies().Select(r => r.Name!))).ShouldBeEmpty();

    [Fact]
    public void Versions_stand_in_one_file() =>
        Directory.EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories).Where(f => File.ReadAllText(f).Contains(" Version=", StringComparison.Ordinal)).ShouldBeEmpty();

    [Theory]
    [InlineData("Microsoft.EntityFrameworkCore.Sqlite")]
    [InlineData("mediatr")]
    [InlineData("Dapper.Contrib")]
    public void Canary(string name) => Wrong([name]).ShouldHaveSingleItem();

    [Fact]
    public void The_lock_files_are_read() =>
        Restored(Repository.PathOf("src/Kernel/packages.lock.json")).ShouldContain("Npgsql");

    private static IEnumerable<string> Wrong(IEnumerable<string> names) => names.Distinct(StringComparer.OrdinalIgnoreCase)
        .Where(n => Forbidden.Any(f => n.Equals(f, StringComparison.OrdinalIgnoreCase) || n.StartsWith(f + ".", StringComparison.OrdinalIgnoreCase)));

    private static List<string> Restored(string lockFile)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(lockFile));
        return [.. json.RootElement.GetProperty("dependencies").EnumerateObject().SelectMany(framework => framework.Value.EnumerateObject().Select(p => p.Name))];
    }
}
