namespace Yhteys.Testing;

/// <summary>Folders that live as long as a test.</summary>
public static class Scratch
{
    private const string Memory = "/dev/shm";

    /// <summary>
    /// A new folder, in memory where the machine has such a place: a test of screens waits for hundreds of commits. What is tested of
    /// durability is tested on a disk.
    /// </summary>
    public static string Folder(string prefix) => Directory.Exists(Memory)
        ? Directory.CreateDirectory(Path.Combine(Memory, prefix + Guid.NewGuid().ToString("N"))).FullName
        : Directory.CreateTempSubdirectory(prefix).FullName;
}
