namespace Yhteys.Web.Host;

/// <summary>Folders that only their owner may open.</summary>
internal static class PrivateFolder
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>What a data folder holds that can't be made again.</summary>
    public static readonly string[] OfData = ["journal.db", "read-log.db", "head.log", "read-log-head.log", "yhteys.json", DemoKeys.FileName, "sign-in-keys"];

    // What a new volume has of itself.
    private const string OfVolume = "lost+found";

    /// <summary>The data folder; one that others may open is closed to them, unless it holds other things and none of ours.</summary>
    /// <exception cref="UnauthorizedAccessException">It can't be closed.</exception>
    public static void CreateData(string path)
    {
        if (Directory.Exists(path) && IsOpen(path) && Directory.EnumerateFileSystemEntries(path).Select(Path.GetFileName).Where(name => name != OfVolume).ToList() is [_, ..] found && !found.Intersect(OfData, StringComparer.Ordinal).Any())
            throw new UnauthorizedAccessException($"Others may open {path}, and it holds other things than data of Yhteys.");
        Create(path);
    }

    /// <summary>Makes the folder, or closes an existing one to others.</summary>
    /// <exception cref="UnauthorizedAccessException">It can't be closed.</exception>
    public static DirectoryInfo Create(string path)
    {
        if (OperatingSystem.IsWindows())
            return Directory.CreateDirectory(path);
        var folder = Directory.CreateDirectory(path, Owner);
        if (IsOpen(path))
            Close(path);
        return folder;
    }

    private static bool IsOpen(string path) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(Target(path)) & ~Owner) != UnixFileMode.None;

    private static void Close(string path)
    {
        try
        {
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(path, Owner);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new UnauthorizedAccessException($"Others may open {path}, and it can't be closed to them.", e);
        }
    }

    // A link has a mode of its own, which says nothing.
    private static string Target(string path) => Directory.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
}
