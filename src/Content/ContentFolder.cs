namespace Yhteys.Content;

/// <summary>Finds the content folder and reads it; keeps nothing.</summary>
internal static class ContentFolder
{
    /// <summary>The configured folder, or the first content/ with schemas upwards from the program and then from the working folder.</summary>
    /// <exception cref="DirectoryNotFoundException">None was found; the message says what to set.</exception>
    public static string Find(string? configured)
    {
        if (!string.IsNullOrWhiteSpace(configured))
            return Holds(configured) ? Path.GetFullPath(configured) : throw new DirectoryNotFoundException($"The content folder {configured} has no schemas folder in it: set Yhteys:ContentFolder (or Yhteys__ContentFolder) to the folder that holds rules, services and schemas.");
        foreach (var start in (string[])[AppContext.BaseDirectory, Directory.GetCurrentDirectory()])
            for (var at = new DirectoryInfo(start); at is not null; at = at.Parent)
                if (Holds(Path.Combine(at.FullName, "content")))
                    return Path.Combine(at.FullName, "content");
        throw new DirectoryNotFoundException("No content folder was found beside the program or above it: set Yhteys:ContentFolder (or Yhteys__ContentFolder).");
    }

    public static IReadOnlyList<ContentFile> Read(string root, string kind)
    {
        var folder = Path.Combine(root, kind);
        if (!Directory.Exists(folder))
            return [];
        return [.. Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
            .Select(path => ContentFile.Of(kind, Path.GetRelativePath(root, path).Replace('\\', '/'), File.ReadAllText(path)))
            .OrderBy(f => f.Path, StringComparer.Ordinal)];
    }

    private static bool Holds(string folder) => Directory.Exists(Path.Combine(folder, "schemas"));
}
