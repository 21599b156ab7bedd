namespace Yhteys.Content;

/// <summary>Everything that content/services says.</summary>
public sealed record ServiceLines(
    IReadOnlyList<ServiceLine> Lines,
    IReadOnlyList<Urgency> Urgencies,
    IReadOnlyList<Profession> Professions,
    IReadOnlyList<UnitKind> UnitKinds)
{
    /// <summary>The service line with the id, or null.</summary>
    public ServiceLine? Line(string id) => Lines.FirstOrDefault(l => string.Equals(l.Id, id, StringComparison.Ordinal));

    /// <summary>The profession with the id, or null.</summary>
    public Profession? Profession(string id) => Professions.FirstOrDefault(p => string.Equals(p.Id, id, StringComparison.Ordinal));

    /// <summary>The urgency with the id, or null.</summary>
    public Urgency? Urgency(string id) => Urgencies.FirstOrDefault(u => string.Equals(u.Id, id, StringComparison.Ordinal));

    /// <summary>The kind of unit with the id, or null.</summary>
    public UnitKind? UnitKind(string id) => UnitKinds.FirstOrDefault(u => string.Equals(u.Id, id, StringComparison.Ordinal));
}
