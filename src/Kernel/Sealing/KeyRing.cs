using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Yhteys.Kernel.Storage;

namespace Yhteys.Kernel.Sealing;

/// <summary>A data key to make with a decision, in the command's own transaction.</summary>
/// <param name="Retention">Retention class (säilytysaikaluokka), a code of content.</param>
/// <param name="Owners">Whom or what the key protects.</param>
public sealed record NewKey(Guid Id, string Register, string Retention, params Guid[] Owners);

/// <summary>
/// The keys of sealed data: random AES-256 keys in the table <c>sealing_keys</c>, wrapped (AES-256-GCM) by the master key of the configuration.
/// Destroying a row makes what it sealed unreadable for good, also in the journal and its copies.
/// </summary>
public sealed class KeyRing(Database database, byte[] masterKey)
{
    private const int CacheLimit = 250_000;
    private readonly ConcurrentDictionary<Guid, byte[]> _keys = new();
    private readonly byte[] _master = masterKey.Length == 32 ? masterKey : throw new ArgumentException("The master key has 32 bytes.", nameof(masterKey));

    // Keys of commands that are being decided: not in the database yet, so they must outlive a clearing of the cache.
    private readonly ConcurrentDictionary<Guid, byte[]> _fresh = new();

    // A reader may have fetched a key just before it was destroyed; it must not come back into use through the cache.
    private readonly ConcurrentDictionary<Guid, bool> _destroyed = new();
    private int _cached, _limit = CacheLimit;

    /// <summary>The value, or the default of <typeparamref name="T"/> when its key has been destroyed.</summary>
    /// <exception cref="CryptographicException">The bytes have been changed, or the master key is another one.</exception>
    public T? Open<T>(Sealed<T>? value)
    {
        if (value is null || _destroyed.ContainsKey(value.Key))
            return default;
        if (value.HasPlain)
            return value.Plain;
        return Find(value.Key) is not { } key ? default : JsonSerializer.Deserialize<T>(SealedBytes.Open(key, value.Cipher!, value.Key.ToByteArray()), EventJson.Options);
    }

    public bool Has(Guid key) => Find(key) is not null;

    /// <summary>Loads many keys in one query, for pages that show many rows.</summary>
    public void Load(IReadOnlyCollection<Guid> ids)
    {
        var missing = ids.Where(id => !_keys.ContainsKey(id)).Distinct().ToList();
        foreach (var part in missing.Chunk(500))
            foreach (var row in database.Query<KeyRow>("select id, wrapped from sealing_keys where id in @part", new { part }))
                Cache(row.Id, row.Wrapped);
    }

    /// <summary>Loads every key in one query, for the bulk fold of a view that opens what it folds.</summary>
    internal void LoadAll()
    {
        var rows = database.Query<KeyRow>("select id, wrapped from sealing_keys");
        // What is about to be opened must not push itself out.
        _limit = Math.Max(CacheLimit, 2 * rows.Count);
        foreach (var row in rows)
            Cache(row.Id, row.Wrapped);
    }

    /// <summary>Keys that the master key does not open, as they are stored; and how many there are in all.</summary>
    internal (IReadOnlyList<Guid> Broken, int All) Check()
    {
        var rows = database.Query<KeyRow>("select id, wrapped from sealing_keys");
        return ([.. rows.Where(row => !Opens(row)).Select(row => row.Id)], rows.Count);
    }

    private bool Opens(KeyRow row)
    {
        try
        {
            return SealedBytes.Open(_master, row.Wrapped, row.Id.ToByteArray()).Length == _master.Length;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>Makes a key and gives the row to store; the key is usable at once in the same transaction.</summary>
    internal byte[] Create(Guid id)
    {
        var key = RandomNumberGenerator.GetBytes(32);
        if (_keys.ContainsKey(id) || _destroyed.ContainsKey(id) || !_fresh.TryAdd(id, key))
            throw new InvalidOperationException($"Key {id} has been made before.");
        return SealedBytes.Close(_master, key, id.ToByteArray());
    }

    internal void Committed(Guid id)
    {
        if (_fresh.TryRemove(id, out var key))
            Keep(id, key);
    }

    /// <summary>Takes back what an undone command had made.</summary>
    internal void Forget(Guid id) => _fresh.TryRemove(id, out _);

    internal void Destroyed(Guid id)
    {
        _destroyed[id] = true;
        _keys.TryRemove(id, out _);
    }

    internal byte[] ForSealing(Guid id) =>
        Find(id) ?? throw new InvalidOperationException($"No key {id} to seal with: add Decision.WithKey, or it has been destroyed.");

    private byte[]? Find(Guid id)
    {
        if (_destroyed.ContainsKey(id))
            return null;
        if (_keys.TryGetValue(id, out var key) || _fresh.TryGetValue(id, out key))
            return key;
        var wrapped = database.Query<byte[]>("select wrapped from sealing_keys where id = @id", new { id }).FirstOrDefault();
        return wrapped is null ? null : Cache(id, wrapped);
    }

    private byte[] Cache(Guid id, byte[] wrapped) => Keep(id, SealedBytes.Open(_master, wrapped, id.ToByteArray()));

    private byte[] Keep(Guid id, byte[] key)
    {
        if (Interlocked.Increment(ref _cached) > _limit)
        {
            _cached = 0;
            _keys.Clear();
        }

        return _keys[id] = key;
    }

    private sealed record KeyRow(Guid Id, byte[] Wrapped);
}
