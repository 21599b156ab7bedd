using System.Reflection;

namespace Yhteys.Kernel;

/// <summary>An assembly whose events the journal may hold; each module registers its own.</summary>
public sealed record EventAssembly(Assembly Assembly);

/// <summary>Aliases to types and back. Two types with one alias, or an event without one, is an error at start.</summary>
public sealed class EventTypes
{
    private readonly Dictionary<string, Type> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, string> _aliases = [];

    public EventTypes(IEnumerable<EventAssembly> assemblies)
    {
        foreach (var type in assemblies.Select(a => a.Assembly).Distinct().SelectMany(a => a.GetTypes())
                     .Where(t => t is { IsAbstract: false, IsInterface: false } && t.IsAssignableTo(typeof(IEvent))))
        {
            var alias = type.GetCustomAttribute<AliasAttribute>()?.Name
                ?? throw new InvalidOperationException($"{type} is an event without an alias.");
            if (!_types.TryAdd(alias, type))
                throw new InvalidOperationException($"Alias {alias} is on both {type} and {_types[alias]}.");
            _aliases.Add(type, alias);
        }
    }

    public IReadOnlyDictionary<string, Type> ByAlias => _types;

    internal string AliasOf(IEvent e) => _aliases.TryGetValue(e.GetType(), out var alias)
        ? alias
        : throw new InvalidOperationException($"The assembly of {e.GetType()} is not registered as an EventAssembly.");

    internal Type TypeOf(string alias) => _types.TryGetValue(alias, out var type)
        ? type
        : throw new InvalidOperationException($"The journal holds '{alias}', which this program does not know. Start a program that does.");
}
