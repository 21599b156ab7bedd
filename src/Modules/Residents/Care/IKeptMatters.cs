namespace Yhteys.Residents.Care;

/// <summary>Which matters a person may not know of yet: a notice of worry before its release. Matters are of a module further down, which tells.</summary>
public interface IKeptMatters
{
    /// <summary>Whether each of the matters is kept from the person whom it concerns; false when there is none.</summary>
    bool All(IReadOnlyCollection<Guid> matters);
}
