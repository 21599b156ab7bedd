using Yhteys.Cases;
using Yhteys.Content;
using Yhteys.Testing;

namespace Yhteys.Assessment.Tests.Facts;

/// <summary>The county's content in a folder of its own, to be changed.</summary>
internal sealed class ContentFolderCopy : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("yhteys-content-").FullName;

    public ContentFolderCopy()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("content"), "*.json", SearchOption.AllDirectories))
        {
            var to = Path.Combine(_root, Path.GetRelativePath(Repository.PathOf("content"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
    }

    public void Change(string path, string from, string to)
    {
        var text = File.ReadAllText(Path.Combine(_root, path));
        text.ShouldContain(from);
        File.WriteAllText(Path.Combine(_root, path), text.Replace(from, to, StringComparison.Ordinal));
    }

    public string PathOf(string file) => Path.Combine(_root, file);

    public IReadOnlyList<ContentProblem> Faults() => new ContentStore(_root, [new RecordingsCheck()]).Check();

    public ContentInUse InUse()
    {
        var store = new ContentStore(_root, [new RecordingsCheck()]);
        store.Load().ShouldBeEmpty();
        return ContentInUse.Of(store);
    }

    public List<string> Problems() => [.. Faults().Select(p => p.Reason)];

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
