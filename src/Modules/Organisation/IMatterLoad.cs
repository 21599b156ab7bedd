using Yhteys.Kernel;

namespace Yhteys.Organisation;

/// <summary>How much open work a change of units and roles concerns. Matters are of a module further down, which counts them.</summary>
public interface IMatterLoad
{
    /// <summary>Open matters (asiat) in the unit by service line; a line without any is left out.</summary>
    /// <param name="work">Of the decision that asks; null for a page.</param>
    IReadOnlyDictionary<string, int> OpenIn(Guid unit, Work? work = null);

    /// <summary>Open matters that the professional has taken, by unit.</summary>
    IReadOnlyDictionary<Guid, int> TakenBy(Guid professional);
}
