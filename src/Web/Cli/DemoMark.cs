using Yhteys.Web.Host;

namespace Yhteys.Web.Cli;

/// <summary>
/// A file in the data folder from before the first event of a demonstration county until its last is on disk, held by who makes it: one that is found
/// without a holder tells that the county was left half made.
/// </summary>
internal sealed class DemoMark : IDisposable
{
    private const string FileName = "demo-unfinished";

    // The journal last: while it lies there, a clearing that was broken off is gone on with.
    private static readonly string[] Files =
    [
        "head.log", "read-log-head.log",
        .. from file in (string[])["read-log.blocks.db", "read-log.db", "journal.db"] from end in (string[])["-shm", "-wal", ""] select file + end,
    ];

    private readonly FileStream _file;

    private DemoMark(string path) => _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    /// <returns>Null when another program has it.</returns>
    public static DemoMark? Set(Settings settings)
    {
        PrivateFolder.CreateData(settings.DataFolder);
        try
        {
            return new(FileOf(settings));
        }
        catch (IOException) when (IsHeld(settings))
        {
            return null;
        }
    }

    /// <summary>All is made.</summary>
    public void Remove()
    {
        // First away, then free: nobody finds it without a holder. Windows deletes no file that is open.
        if (OperatingSystem.IsWindows())
            Dispose();
        File.Delete(_file.Name);
        Dispose();
    }

    public void Dispose() => _file.Dispose();

    public static bool IsThere(Settings settings) => File.Exists(FileOf(settings));

    /// <returns>Null, or the sentence that says why nothing can be asked of the county.</returns>
    public static string? Problem(Settings settings) => !IsThere(settings) ? null
        : IsHeld(settings) ? $"The demonstration county in {settings.DataFolder} is being made by another program. Wait until it is ready."
        : $"The demonstration county in {settings.DataFolder} was left half made. {(CanClear(settings) ? "Start it with --demo, which makes it anew" : AnewByHand(settings))}.";

    /// <summary>
    /// Puts aside what was left half made, where <see cref="CanClear"/>; nothing is deleted, since a good county may have been put in its place. Only the holder does it.
    /// </summary>
    public void Clear(Settings settings, Action<string> note)
    {
        if (!Files.Any(file => File.Exists(Ground.InData(settings, file))))
            return;
        var kept = Enumerable.Range(1, int.MaxValue).Select(i => Ground.InData(settings, $"half-made-{i}")).First(folder => !Path.Exists(folder));
        note($"The demonstration county was left half made: it is made anew. What there was is kept in {kept}.");
        PrivateFolder.Create(kept);
        foreach (var file in Files.Where(file => File.Exists(Ground.InData(settings, file))))
            File.Move(Ground.InData(settings, file), Path.Combine(kept, file));
    }

    /// <summary>What was left half made can be nothing but made up.</summary>
    public static bool CanClear(Settings settings) => settings.Database == "sqlite" && File.Exists(DemoKeys.FileOf(settings));

    private static string AnewByHand(Settings settings) => settings.Database == "sqlite"
        ? $"Its keys are not those of a demonstration: move {Named(settings)} away, and start again"
        : $"It lies in the database of Yhteys:Connection: make the database anew, move {Named(settings)} away, and start again";

    private static string Named(Settings settings) => string.Join(", ", Files.Prepend(FileName).Where(file => File.Exists(Ground.InData(settings, file))));

    private static string FileOf(Settings settings) => Ground.InData(settings, FileName);

    /// <summary>Somebody makes the county now.</summary>
    public static bool IsHeld(Settings settings)
    {
        if (!IsThere(settings))
            return false;
        try
        {
            using var file = new FileStream(FileOf(settings), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }
}
