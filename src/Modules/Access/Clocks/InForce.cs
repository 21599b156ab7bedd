using Yhteys.Content;

namespace Yhteys.Access.Clocks;

/// <summary>What views fold with, made of a kind of the content. It changes only together with those views, when another version is taken into use.</summary>
public abstract class InForce<T>(ContentStore content, string kind, Func<ContentSnapshot, T> of) where T : class
{
    private readonly Lock _reading = new();
    private volatile T? _current;

    /// <summary>Keep it in a variable when several answers must agree.</summary>
    /// <exception cref="InvalidOperationException">The content has no sound version of the kind.</exception>
    public T Current => _current ?? Read();

    internal void Set(T next) => _current = next;

    // The journal asks for the hash of its views before it takes the content into use, so the files may not have been read yet.
    private T Read()
    {
        lock (_reading)
        {
            if (content.Current.Missing.Count > 0 && content.Load() is [var first, ..] && content.Current.Files(kind).Count == 0)
                throw new InvalidOperationException($"There is no sound version of content/{kind}: {first}");
            return _current ??= of(content.Current);
        }
    }
}
