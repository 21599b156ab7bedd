namespace Yhteys.Content;

/// <summary>What is made of the content in use; made anew when that has changed, once for all who ask.</summary>
public abstract class FromContent<T>(ContentStore content, Func<ContentSnapshot, T> of) where T : class
{
    private readonly Lock _making = new();
    private volatile Made? _made;

    /// <summary>The same object until the content changes.</summary>
    public T Current => _made is { } made && ReferenceEquals(made.Of, content.Current) ? made.Value : Make();

    private T Make()
    {
        lock (_making)
        {
            var now = content.Current;
            if (_made is not { } made || !ReferenceEquals(made.Of, now))
                _made = made = new(now, of(now));
            return made.Value;
        }
    }

    private sealed record Made(ContentSnapshot Of, T Value);
}
