using System.Buffers.Binary;
using System.Globalization;
using NodaTime;

namespace Yhteys.Kernel.Integrity;

/// <summary>
/// The head of a chain in an append-only file outside the database, a line a second: position, HMAC, time. It shows a cut tail and a
/// restored old copy, which the chain alone can't. Nodes that share a folder share the file.
/// </summary>
public sealed class HeadFile(string path)
{
    private const int Tries = 10, EndBytes = 400;
    private long _written;

    public string Path { get; } = path;

    /// <summary>This program writes it: what it lacks now it has in a moment.</summary>
    internal bool IsBeingWritten { get; private set; }

    /// <param name="inDatabase">Position of the head in the database now.</param>
    public void Append(Head head, Instant now, Func<long> inDatabase)
    {
        IsBeingWritten = true;
        if (head.Position == 0 || (head.Position == _written && File.Exists(Path)))
            return;
        using var turn = Turn();
        using var file = new FileStream(Path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
        var end = End(file);
        // Another node may have written a later head meanwhile; an earlier line after it says that an old copy was restored, and must be true.
        if (LastOf(end) is not { } last || last.Position < head.Position || IsOther(last, head) || last.Position > inDatabase())
        {
            using var writer = new StreamWriter(file);
            if (end.Length > 0 && end[^1] != '\n')
                writer.WriteLine();
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{head.Position} {Convert.ToHexStringLower(head.Mac)} {now}"));
        }

        _written = head.Position;
    }

    /// <summary>
    /// The position of the last head written, when the chain has no such link now: an old copy was restored, or the tail is cut. A head is written after its link
    /// is on disk, so a crash leaves none behind.
    /// </summary>
    /// <param name="mac">Of the link at a position in the database; null when there is none.</param>
    public long? Lost(Func<long, byte[]?> mac)
    {
        if (!File.Exists(Path))
            return null;
        SeenHead? last;
        using (var file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite))
            last = LastOf(End(file));
        return last is { } seen && (mac(seen.Position) is not { } held || SeenHead.MacOf(held) != seen.Mac) ? seen.Position : null;
    }

    /// <summary>Heads as written, oldest first. A half-written line (a crash) is not a head.</summary>
    internal IEnumerable<SeenHead> Read()
    {
        if (!File.Exists(Path))
            yield break;
        using var file = new StreamReader(Path, new FileStreamOptions { Share = FileShare.ReadWrite });
        while (file.ReadLine() is { } line)
            if (Line(line) is { } head)
                yield return head;
    }

    private static bool IsOther(SeenHead last, Head head) => last.Position == head.Position && last.Mac != SeenHead.MacOf(head.Mac);

    private static SeenHead? LastOf(string end) => end.Split('\n').Select(Line).LastOrDefault(head => head is not null);

    private static SeenHead? Line(string line) =>
        line.Split(' ') is [var text, { Length: 64 } mac, _] && long.TryParse(text, CultureInfo.InvariantCulture, out var position)
            && UInt128.TryParse(mac.AsSpan(0, 32), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var start)
            ? new(position, start)
            : null;

    /// <summary>One writes at a time; who comes in between waits a moment. The lock lies beside the file, so that whoever reads all of it keeps no writer waiting.</summary>
    private FileStream Turn()
    {
        for (var tries = 1; ; tries++)
            try
            {
                return new FileStream(Path + ".lock", FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
            }
            catch (IOException) when (tries < Tries)
            {
                Thread.Sleep(10);
            }
    }

    /// <summary>The last lines; the stream is then at its end.</summary>
    private static string End(FileStream file)
    {
        file.Seek(-Math.Min(file.Length, EndBytes), SeekOrigin.End);
        using var reader = new StreamReader(file, leaveOpen: true);
        return reader.ReadToEnd();
    }
}

/// <summary>A head as the file has seen it.</summary>
/// <param name="Mac">The first half of its HMAC: millions of lines are held at once.</param>
internal readonly record struct SeenHead(long Position, UInt128 Mac)
{
    /// <summary>Of one that somebody has cut short: nothing.</summary>
    public static UInt128 MacOf(byte[] mac) => mac.Length < 16 ? UInt128.Zero : BinaryPrimitives.ReadUInt128BigEndian(mac);
}
