namespace Yhteys.Web.Host;

internal static class PrivateFolder
{
    /// <summary>Makes a folder that only its owner may open; an existing one is left as it is.</summary>
    public static DirectoryInfo Create(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path)
        : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
}
