using Yhteys.Content;
using Yhteys.Organisation.Views;

namespace Yhteys.Access.TryLaw;

/// <summary>Names of units and service lines in a language.</summary>
public sealed record PlaceNames(IReadOnlyDictionary<Guid, LocalText> Units, IReadOnlyDictionary<string, LocalText> Lines)
{
    internal static PlaceNames Of(OrganisationQueries organisation, ContentStore content) => new(
        organisation.Units().ToDictionary(u => u.Unit, u => u.Name), content.Current.Services.Lines.ToDictionary(l => l.Id, l => l.Name, StringComparer.Ordinal));

    /// <summary>Null when the unit is not known.</summary>
    public string? Unit(Guid? unit, string language) => unit is { } id && Units.TryGetValue(id, out var name) ? name.In(language) : null;

    public string Line(string line, string language) => Lines.TryGetValue(line, out var name) ? name.In(language) : line;
}
