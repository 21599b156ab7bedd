using Yhteys.Kernel.Sealing;

namespace Yhteys.Residents.Vault;

/// <summary>
/// Names opened a while ago, kept in memory beside the keys that open them: lists show the same people again and again. A name is used only for
/// the very bytes that it was opened from, and goes when this node destroys its key.
/// </summary>
internal sealed class OpenedNames
{
    private readonly KeptById<(Sealed<string> From, PersonName Name)> _names = new(50_000);
    private readonly KeyRing _keys;

    public OpenedNames(KeyRing keys)
    {
        _keys = keys;
        keys.OnDestroyed(_names.Forget);
    }

    /// <summary>Whose names are kept.</summary>
    public IEnumerable<Guid> People => _names.Ids;

    /// <summary>The name, or null when the person's key has been destroyed.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The bytes or the key have been changed.</exception>
    public PersonName? Of(Sealed<string>? name)
    {
        if (name is null) return null;
        if (_names.TryGet(name.Key, out var kept) && kept.From.IsSame(name) && _keys.Has(name.Key))
            return kept.Name;
        if (_keys.OpenPersonal<PersonName>(name) is not { } read) return null;
        _names.Keep(name.Key, (name, read));
        // Destroyed since it was opened: the ring has told of it before the name was here.
        if (!_keys.Has(name.Key)) _names.Forget(name.Key);
        return read;
    }
}
