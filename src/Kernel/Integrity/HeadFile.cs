using System.Globalization;
using NodaTime;

namespace Yhteys.Kernel.Integrity;

/// <summary>
/// The chain's head in an append-only file outside the database, a line a second: position, HMAC, time. It shows a cut tail and a
/// restored old copy, which the chain alone can't.
/// </summary>
public sealed class HeadFile(string path)
{
    private long _written;

    public string Path { get; } = path;

    internal void Append(Head head, Instant now)
    {
        if (head.Position == _written || head.Position == 0)
            return;
        using var file = new FileStream(Path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        using var writer = new StreamWriter(file);
        if (EndsInHalfLine())
            writer.WriteLine();
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{head.Position} {Convert.ToHexStringLower(head.Mac)} {now}"));
        _written = head.Position;
    }

    /// <summary>Heads as written, oldest first. A half-written line (a crash) is not a head.</summary>
    internal IEnumerable<(long Position, string Mac)> Read()
    {
        if (!File.Exists(Path))
            yield break;
        foreach (var line in File.ReadLines(Path))
            if (line.Split(' ') is [var text, { Length: 64 } mac, _] && long.TryParse(text, CultureInfo.InvariantCulture, out var position))
                yield return (position, mac);
    }

    private bool EndsInHalfLine()
    {
        using var file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        if (file.Length == 0)
            return false;
        file.Seek(-1, SeekOrigin.End);
        return file.ReadByte() != '\n';
    }
}
