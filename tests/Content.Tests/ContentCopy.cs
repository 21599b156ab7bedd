namespace Yhteys.Content.Tests;

/// <summary>A copy of the product's content folder that a test may spoil.</summary>
internal sealed class ContentCopy : IDisposable
{
    public ContentCopy()
    {
        foreach (var file in Directory.EnumerateFiles(Real.Root, "*.json", SearchOption.AllDirectories))
        {
            var to = System.IO.Path.Combine(Root, System.IO.Path.GetRelativePath(Real.Root, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
    }

    public static ContentStore Real { get; } = Loaded();

    public string Root { get; } = Directory.CreateTempSubdirectory("yhteys-content-").FullName;

    public void Write(string path, string text) => File.WriteAllText(System.IO.Path.Combine(Root, path), text);

    public void Change(string path, string from, string to)
    {
        var text = File.ReadAllText(System.IO.Path.Combine(Root, path));
        text.ShouldContain(from);
        Write(path, text.Replace(from, to, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static ContentStore Loaded()
    {
        var store = new ContentStore();
        store.Load();
        return store;
    }
}
