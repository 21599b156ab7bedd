using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;

namespace Yhteys.Ui.Write;

/// <summary>HTML as it grows, in bytes of UTF-8 borrowed from the pool.</summary>
internal sealed class HtmlBytes(HtmlEncoder encoder) : IDisposable
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(32 * 1024);
    private int _length;

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _length);

    /// <summary>Markup as it is.</summary>
    public void Markup(string markup) => _length += Encoding.UTF8.GetBytes(markup, Room(markup));

    /// <summary>Text or the value of an attribute: what would mean something in HTML is written as an entity.</summary>
    public void Text(string text)
    {
        var length = Encoding.UTF8.GetBytes(text, Room(text));
        if (encoder.FindFirstCharacterToEncodeUtf8(_bytes.AsSpan(_length, length)) < 0)
            _length += length;
        else
            Markup(encoder.Encode(text));
    }

    public void Append(HtmlBytes other)
    {
        other.Written.Span.CopyTo(Room(other._length));
        _length += other._length;
    }

    public void Dispose()
    {
        // What was written was somebody's page; the next borrower has no business with it.
        ArrayPool<byte>.Shared.Return(_bytes, clearArray: true);
        _bytes = [];
        _length = 0;
    }

    private Span<byte> Room(string text) => Room(Encoding.UTF8.GetMaxByteCount(text.Length));

    private Span<byte> Room(int length)
    {
        if (_bytes.Length - _length < length)
            Grow(_length + length);
        return _bytes.AsSpan(_length);
    }

    private void Grow(int least)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(least, 2 * _bytes.Length));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes, clearArray: true);
        _bytes = larger;
    }
}
