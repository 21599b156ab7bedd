using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Yhteys.Kernel.Integrity;

/// <summary>A sum over rows of a table, whatever their order: how many they are, and what tells others from them.</summary>
public readonly record struct RowSum(long Rows, ulong Low, ulong High)
{
    // Of this run alone, so that nobody can choose rows whose sum is that of others.
    private static readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    public static RowSum operator +(RowSum one, RowSum other) => new(one.Rows + other.Rows, unchecked(one.Low + other.Low), unchecked(one.High + other.High));

    public static RowSum OfAll(IEnumerable<IReadOnlyList<object?>> rows) => rows.Aggregate(default(RowSum), (sum, cells) => sum + Of(cells));

    /// <param name="cells">Of one row.</param>
    public static RowSum Of(IEnumerable<object?> cells)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(string.Concat(cells.Select(Text).Select(text => $"{text.Length}:{text}"))), hash);
        return new(1, BinaryPrimitives.ReadUInt64BigEndian(hash), BinaryPrimitives.ReadUInt64BigEndian(hash[8..]));
    }

    /// <summary>A cell in words that are the same on both engines.</summary>
    internal static string Text(object? cell) => cell switch
    {
        null => "∅",
        byte[] bytes => Convert.ToHexStringLower(bytes),
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString()!,
    };
}
