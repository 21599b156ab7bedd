namespace Yhteys.Testing;

/// <summary>Files of the repository, found from where the tests run.</summary>
public static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>Set YHTEYS_WRITE_GOLDEN=1 to write golden files anew; then read the difference before committing it.</summary>
    public static bool WriteGolden { get; } = Environment.GetEnvironmentVariable("YHTEYS_WRITE_GOLDEN") == "1";

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Yhteys.slnx"))
            ? folder
            : Find(Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar)) ?? throw new InvalidOperationException("Yhteys.slnx is in no folder above the tests."));
}
