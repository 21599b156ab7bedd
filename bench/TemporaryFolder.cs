namespace Yhteys.Bench;

/// <summary>A folder that goes when it is not needed any more.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("yhteys-bench-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
