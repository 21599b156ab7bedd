using Yhteys.Cases.Views;
using Yhteys.Kernel;
using Yhteys.Residents.Care;

namespace Yhteys.Cases;

/// <summary>Matters that nobody has released to the person whom they concern.</summary>
internal sealed class KeptMatters(Journal journal) : IKeptMatters
{
    public bool All(IReadOnlyCollection<Guid> matters) => matters.Count > 0
        && journal.Query<MatterRow>(v => $"select * from {v.Table<MatterRow>()} where matter in @matters", new { matters }) is { Count: > 0 } known && known.All(MatterReads.Unreleased);
}
