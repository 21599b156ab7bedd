using System.Text.Json;
using Yhteys.Kernel.Storage;

namespace Yhteys.Kernel.Sealing;

/// <summary>An event that tells of keys that end with it: their rows go in its transaction, and what they sealed can't be opened again.</summary>
public interface IKeysDestroyed
{
    /// <summary>Ids of the keys.</summary>
    IReadOnlyList<Guid> Keys { get; }
}

/// <summary>With which keys the events of a journal are sealed, and of which they tell that they were destroyed; found by reading the events as the program does.</summary>
internal sealed class KeysOfEvents
{
    private readonly EventTypes _types;
    private readonly JsonSerializerOptions _json;
    private long _position;

    public KeysOfEvents(EventTypes types) => (_types, _json) = (types, EventJson.Create(null, key => Needed.TryAdd(key, _position)));

    /// <summary>Each key with the first event that is sealed with it.</summary>
    public Dictionary<Guid, long> Needed { get; } = [];

    /// <summary>Each key with the event that tells of its end.</summary>
    public Dictionary<Guid, long> Destroyed { get; } = [];

    public void Read(JournalRow row)
    {
        if (!_types.ByAlias.TryGetValue(row.Alias, out var type))
            return;
        _position = row.Pos;
        if (JsonSerializer.Deserialize(row.Body, type, _json) is IKeysDestroyed destroyed)
            foreach (var key in destroyed.Keys)
                Destroyed.TryAdd(key, row.Pos);
    }
}
