using System.Collections.Concurrent;
using Yhteys.Kernel.Sealing;

namespace Yhteys.Residents.Vault;

/// <summary>
/// Names opened a while ago, kept in memory beside the keys that open them: lists show the same people again and again. A name is used only for
/// the very bytes that it was opened from, and only while its key is there.
/// </summary>
internal sealed class OpenedNames(KeyRing keys)
{
    private const int Limit = 50_000;
    private readonly ConcurrentDictionary<Guid, (Sealed<string> From, PersonName Name)> _names = new();
    private int _kept;

    /// <summary>The name, or null when the person's key has been destroyed.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The bytes or the key have been changed.</exception>
    public PersonName? Of(Sealed<string>? name)
    {
        if (name is null) return null;
        if (_names.TryGetValue(name.Key, out var opened) && opened.From.IsSame(name) && keys.Has(name.Key))
            return opened.Name;
        if (keys.OpenPersonal<PersonName>(name) is not { } read)
        {
            _names.TryRemove(name.Key, out _);
            return null;
        }

        if (Interlocked.Increment(ref _kept) > Limit)
        {
            _kept = 0;
            _names.Clear();
        }

        _names[name.Key] = (name, read);
        return read;
    }
}
