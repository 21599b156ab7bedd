using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;

namespace Yhteys.Testing;

/// <summary>Tells that keys were destroyed, as an event of a module would when retention ends.</summary>
[Alias("testing.keys_destroyed/1")]
public sealed record KeysDestroyed(IReadOnlyList<Guid> Keys) : IEvent, IKeysDestroyed
{
    public string Register => "none";
}
