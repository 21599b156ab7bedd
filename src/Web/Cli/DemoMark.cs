using Yhteys.Web.Host;

namespace Yhteys.Web.Cli;

/// <summary>
/// A file in the data folder from before the first event of a demonstration county until its last is on disk, held by who makes it: one that is found
/// without a holder tells that the county was left half made.
/// </summary>
internal sealed class DemoMark : IDisposable
{
    private const string FileName = "demo-unfinished";
    private readonly FileStream _file;

    private DemoMark(string path) => _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    public static DemoMark Set(Settings settings)
    {
        PrivateFolder.CreateData(settings.DataFolder);
        return new(FileOf(settings));
    }

    /// <summary>All is made.</summary>
    public void Remove()
    {
        Dispose();
        File.Delete(_file.Name);
    }

    public void Dispose() => _file.Dispose();

    /// <returns>Null, or the sentence that says why nothing can be asked of the county.</returns>
    public static string? Problem(Settings settings) => !File.Exists(FileOf(settings)) ? null
        : IsHeld(settings) ? $"The demonstration county in {settings.DataFolder} is being made by another program. Wait until it is ready."
        : $"The demonstration county in {settings.DataFolder} was left half made. Start it with --demo, which makes it anew, or remove the folder.";

    /// <summary>Takes away what was left half made, where it can be nothing but made up.</summary>
    /// <returns>Null, or the sentence that says why it can't be taken away.</returns>
    public static string? Clear(Settings settings, Action<string> note)
    {
        if (!File.Exists(FileOf(settings)))
            return null;
        if (IsHeld(settings))
            return Problem(settings);
        if (settings.Database != "sqlite" || !File.Exists(DemoKeys.FileOf(settings)))
            return $"The demonstration county of {settings.DataFolder} was left half made, and {(settings.Database == "sqlite" ? "its keys are not those of a demonstration. Remove the folder" : "lies in the database of Yhteys:Connection. Remove the folder, make the database anew")} and start again.";
        note("The demonstration county was left half made: it is made anew.");
        foreach (var file in (string[])["journal.db", "read-log.db", "read-log.blocks.db"])
            foreach (var end in (string[])["", "-wal", "-shm"])
                File.Delete(Ground.InData(settings, file + end));
        foreach (var file in (string[])["head.log", "read-log-head.log"])
            File.Delete(Ground.InData(settings, file));
        return null;
    }

    private static string FileOf(Settings settings) => Ground.InData(settings, FileName);

    private static bool IsHeld(Settings settings)
    {
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
