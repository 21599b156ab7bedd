using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Yhteys.Kernel.Storage;

namespace Yhteys.Kernel.Sealing;

/// <summary>A data key to make with a decision, in the command's own transaction.</summary>
/// <param name="Retention">Retention class (säilytysaikaluokka), a code of content.</param>
/// <param name="Owners">Whom or what the key protects.</param>
public sealed record NewKey(Guid Id, string Register, string Retention, params Guid[] Owners);

/// <summary>
/// The keys of sealed data: random AES-256 keys in the table <c>sealing_keys</c>, wrapped (AES-256-GCM) by the master key of the configuration.
/// What a row says of its key, and so of when it may be destroyed, is bound to the wrapped bytes: a row of which anything was changed does not open.
/// Destroying a row makes what it sealed unreadable for good, also in the journal and its copies.
/// </summary>
public sealed class KeyRing(Database database, byte[] masterKey)
{
    private const int CacheLimit = 250_000;
    private const string Columns = "select id, wrapped, register, retention, owners from sealing_keys";

    // Stands before wrapped bytes that are bound to all of their row. Those without it are older, and bound to the id alone.
    private const byte BoundToRow = 1;
    private readonly KeptById<byte[]> _keys = new(CacheLimit);
    private readonly byte[] _master = masterKey.Length == 32 ? masterKey : throw new ArgumentException("The master key has 32 bytes.", nameof(masterKey));

    // Keys of commands that are being decided: not in the database yet, so they must outlive a clearing of the cache.
    private readonly ConcurrentDictionary<Guid, byte[]> _fresh = new();

    // A reader may have fetched a key just before it was destroyed; it must not come back into use through the cache.
    private readonly ConcurrentDictionary<Guid, bool> _destroyed = new();
    private Action<Guid>? _forget;

    /// <summary>What is done when a key has just been destroyed: what was opened with it and is kept in memory must go too.</summary>
    public void OnDestroyed(Action<Guid> forget) => _forget += forget;

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

    /// <summary>Loads many keys in one query, for pages that show many rows. One that has been changed is passed over: who opens with it meets that.</summary>
    public void Load(IReadOnlyCollection<Guid> ids)
    {
        var missing = ids.Where(id => !_keys.Has(id)).Distinct().ToList();
        foreach (var part in missing.Chunk(500))
            foreach (var row in database.Query<SealingKeyRow>($"{Columns} where id in @part", new { part }).Where(Opens))
                Cache(row);
    }

    /// <summary>Loads every key in one query, for the bulk fold of a view that opens what it folds.</summary>
    internal void LoadAll()
    {
        var rows = database.Query<SealingKeyRow>(Columns);
        // What is about to be opened must not push itself out.
        _keys.AtMost = Math.Max(CacheLimit, 2 * rows.Count);
        foreach (var row in rows)
            Cache(row);
    }

    /// <summary>Each key of a moment, and whether the master key opens it as it is stored.</summary>
    internal IEnumerable<(Guid Id, bool Opens)> Check(Session session) => session.Stream<SealingKeyRow>(Columns).Select(row => (row.Id, Opens(row)));

    /// <summary>Whether the master key opens some of the keys, or there is none. One that opens is enough: that somebody has changed others is for <c>verify</c> to tell.</summary>
    internal bool Fits() => database.Query<SealingKeyRow>($"{Columns} limit 5") is var some && (some.Count == 0 || some.Any(Opens));

    private bool Opens(SealingKeyRow row)
    {
        try
        {
            return Unwrap(row).Length == _master.Length;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>Makes a key and gives the row to store; the key is usable at once in the same transaction.</summary>
    internal SealingKeyRow Create(NewKey made)
    {
        var key = RandomNumberGenerator.GetBytes(32);
        if (_keys.Has(made.Id) || _destroyed.ContainsKey(made.Id) || !_fresh.TryAdd(made.Id, key))
            throw new InvalidOperationException($"Key {made.Id} has been made before.");
        var row = new SealingKeyRow(made.Id, [], made.Register, made.Retention, string.Join(' ', made.Owners));
        return row with { Wrapped = [BoundToRow, .. SealedBytes.Close(_master, key, Bound(row))] };
    }

    private byte[] Unwrap(SealingKeyRow row) => row.Wrapped is [BoundToRow, .. var bytes] && bytes.Length == SealedBytes.LengthOf(_master.Length)
        ? SealedBytes.Open(_master, bytes, Bound(row))
        : SealedBytes.Open(_master, row.Wrapped, row.Id.ToByteArray());

    private static byte[] Bound(SealingKeyRow row) => [.. row.Id.ToByteArray(), .. Encoding.UTF8.GetBytes($"{row.Register}\n{row.Retention}\n{row.Owners}")];

    internal void Committed(Guid id)
    {
        if (_fresh.TryRemove(id, out var key))
            _keys.Keep(id, key);
    }

    /// <summary>Takes back what an undone command had made.</summary>
    internal void Forget(Guid id) => _fresh.TryRemove(id, out _);

    internal void Destroyed(Guid id)
    {
        _destroyed[id] = true;
        _keys.Forget(id);
        _forget?.Invoke(id);
    }

    internal byte[] ForSealing(Guid id) =>
        Find(id) ?? throw new InvalidOperationException($"No key {id} to seal with: add Decision.WithKey, or it has been destroyed.");

    private byte[]? Find(Guid id)
    {
        if (_destroyed.ContainsKey(id))
            return null;
        if (_keys.TryGet(id, out var key) || _fresh.TryGetValue(id, out key))
            return key;
        return database.Query<SealingKeyRow>($"{Columns} where id = @id", new { id }).FirstOrDefault() is { } row ? Cache(row) : null;
    }

    private byte[] Cache(SealingKeyRow row) => _keys.Keep(row.Id, Unwrap(row));
}
