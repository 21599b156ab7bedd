using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;

namespace Yhteys.Ui.Write;

/// <summary>HTML as it grows, borrowed from the pool. Its many short pieces are copied as they are, and turned into UTF-8 all at once.</summary>
internal sealed class HtmlText(HtmlEncoder encoder) : IDisposable
{
    private char[] _text = ArrayPool<char>.Shared.Rent(32 * 1024);
    private byte[] _utf8 = [];
    private int _length, _utf8Length;

    /// <summary>Markup as it is.</summary>
    public void Markup(string markup)
    {
        markup.CopyTo(Room(markup.Length));
        _length += markup.Length;
    }

    /// <summary>A sign and the name that follows it.</summary>
    public void Markup(char sign, string name)
    {
        var room = Room(name.Length + 1);
        room[0] = sign;
        name.CopyTo(room[1..]);
        _length += name.Length + 1;
    }

    /// <summary>Text or the value of an attribute: what would mean something in HTML is written as an entity.</summary>
    public void Text(string text)
    {
        for (var left = text.AsSpan(); left.Length > 0;)
        {
            // An entity is longer than what it stands for; most texts have none.
            var full = encoder.Encode(left, Room(left.Length + encoder.MaxOutputCharactersPerInputCharacter), out var read, out var written);
            _length += written;
            left = full == OperationStatus.DestinationTooSmall ? left[read..] : [];
        }
    }

    public void Append(HtmlText other)
    {
        other._text.AsSpan(0, other._length).CopyTo(Room(other._length));
        _length += other._length;
    }

    /// <summary>All of it in UTF-8, valid until this is disposed.</summary>
    public ReadOnlyMemory<byte> ToUtf8()
    {
        var text = _text.AsSpan(0, _length);
        _utf8 = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetByteCount(text));
        _utf8Length = Encoding.UTF8.GetBytes(text, _utf8);
        return _utf8.AsMemory(0, _utf8Length);
    }

    public void Dispose()
    {
        Return();
        _utf8.AsSpan(0, _utf8Length).Clear();
        if (_utf8.Length > 0)
            ArrayPool<byte>.Shared.Return(_utf8);
        (_text, _length, _utf8, _utf8Length) = ([], 0, [], 0);
    }

    private Span<char> Room(int length)
    {
        if (_text.Length - _length < length)
            Grow(_length + length);
        return _text.AsSpan(_length);
    }

    private void Grow(int least)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(least, 2 * _text.Length));
        _text.AsSpan(0, _length).CopyTo(larger);
        Return();
        _text = larger;
    }

    // What was written was somebody's page; the next borrower has no business with it.
    private void Return()
    {
        _text.AsSpan(0, _length).Clear();
        ArrayPool<char>.Shared.Return(_text);
    }
}
