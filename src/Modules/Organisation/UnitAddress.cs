using Yhteys.Content;

namespace Yhteys.Organisation;

/// <summary>Where a unit's clients come (käyntiosoite).</summary>
/// <param name="PostalCode">Five digits.</param>
public sealed record UnitAddress(LocalText Street, string PostalCode, LocalText PostOffice)
{
    /// <summary>On one line, as a letter or a map service takes it.</summary>
    public string In(string language) => $"{Street.In(language)}, {PostalCode} {PostOffice.In(language)}";
}
