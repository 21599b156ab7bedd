namespace Yhteys.Web.Host;

/// <summary>Where the program lives: the nearest folder, from the executable upwards, that holds <c>content/</c>.</summary>
internal static class Home
{
    public static string Folder { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "content", "rules")))
                return folder.FullName;
        }

        return Directory.GetCurrentDirectory();
    }
}
