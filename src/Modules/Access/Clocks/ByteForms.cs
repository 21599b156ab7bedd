using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace Yhteys.Access.Clocks;

/// <summary>Codes of a list as numbers: 0 is none, 1 is followed by the code spelled out, others are places in the list.</summary>
internal sealed class CodeList(IReadOnlyList<string> codes)
{
    private const int None = 0, SpelledOut = 1, First = 2;
    private readonly string[] _codes = [.. codes];
    private readonly FrozenDictionary<string, int> _places = codes.Select((code, i) => KeyValuePair.Create(code, i + First)).ToFrozenDictionary(StringComparer.Ordinal);

    public void Write(ByteWriter to, string? code)
    {
        if (code is null)
            to.Count(None);
        else if (_places.TryGetValue(code, out var place))
            to.Count(place);
        else
        {
            to.Count(SpelledOut);
            to.Text(code);
        }
    }

    public string? Read(ref ByteReader from) => from.Count() switch
    {
        None => null,
        SpelledOut => from.Text(),
        var place => _codes[place - First],
    };
}

/// <summary>Writes numbers in as few bytes as they need (LEB128; signed ones in zigzag).</summary>
internal sealed class ByteWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new(64);

    public void Byte(byte value) => _bytes.Write([value]);

    public void Count(int value)
    {
        var rest = (uint)value;
        for (; rest >= 0x80; rest >>= 7)
            Byte((byte)(rest | 0x80));
        Byte((byte)rest);
    }

    public void Number(int value) => Count((value << 1) ^ (value >> 31));

    public void Text(string text)
    {
        Count(Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, _bytes);
    }

    public void Bytes(ReadOnlySpan<byte> bytes) => _bytes.Write(bytes);

    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();
}

/// <summary>Reads what <see cref="ByteWriter"/> wrote.</summary>
internal ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    public byte Byte()
    {
        var value = _rest[0];
        _rest = _rest[1..];
        return value;
    }

    public int Count()
    {
        var value = 0u;
        for (var shift = 0; ; shift += 7)
        {
            var part = Byte();
            value |= (uint)(part & 0x7f) << shift;
            if (part < 0x80)
                return (int)value;
        }
    }

    public int Number()
    {
        var value = (uint)Count();
        return (int)(value >> 1) ^ -(int)(value & 1);
    }

    public string Text() => Encoding.UTF8.GetString(Bytes(Count()));

    public ReadOnlySpan<byte> Bytes(int count)
    {
        var read = _rest[..count];
        _rest = _rest[count..];
        return read;
    }
}
