namespace Yhteys.Kernel.Storage;

/// <summary>What a text that comes again and again means (an alias, an actor), found by its bytes without making a string of them.</summary>
internal sealed class Utf8Cache<T>(Func<string, T> make)
{
    private const int KeepAtMost = 10_000;
    private readonly Dictionary<int, (byte[] Text, T Value)> _known = [];

    public T Of(ReadOnlySpan<byte> text)
    {
        var hash = new HashCode();
        hash.AddBytes(text);
        var key = hash.ToHashCode();
        if (_known.TryGetValue(key, out var found) && text.SequenceEqual(found.Text))
            return found.Value;
        if (_known.Count >= KeepAtMost)
            _known.Clear();
        var value = make(System.Text.Encoding.UTF8.GetString(text));
        _known[key] = (text.ToArray(), value);
        return value;
    }
}
