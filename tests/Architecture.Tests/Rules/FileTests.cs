using Yhteys.Testing;

namespace Yhteys.Architecture.Tests.Rules;

/// <summary>Short files: what can't be read in one look is two things.</summary>
public sealed class FileTests
{
    private const int Longest = 400, Median = 60;

    [Fact]
    public void No_file_of_code_is_longer_than_400_lines() => TooLong(Code("src").Concat(Code("tests")).Concat(Code("bench"))).ShouldBeEmpty();

    [Fact]
    public void Half_of_the_files_are_under_60_lines() => MedianOf(Code("src")).ShouldBeLessThan(Median);

    [Fact]
    public void Canary()
    {
        TooLong([("Long.cs", 401), ("Short.cs", 400)]).ShouldBe(["Long.cs: 401 lines"]);
        MedianOf([("A", 10), ("B", 61), ("C", 400)]).ShouldBe(61);
    }

    private static IEnumerable<string> TooLong(IEnumerable<(string File, int Lines)> files) => files.Where(f => f.Lines > Longest).Select(f => $"{f.File}: {f.Lines} lines");

    private static int MedianOf(IEnumerable<(string File, int Lines)> files) => files.Select(f => f.Lines).Order().ToList() is var lines ? lines[lines.Count / 2] : 0;

    private static IEnumerable<(string File, int Lines)> Code(string folder) => Tracked.Files
        .Where(f => f.StartsWith(folder + "/", StringComparison.Ordinal) && Path.GetExtension(f) is ".cs" or ".razor" or ".css")
        .Select(f => (f, File.ReadLines(Repository.PathOf(f)).Count()));
}
