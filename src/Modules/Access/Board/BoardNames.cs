using Microsoft.Extensions.Localization;
using Yhteys.Access.Board.Places;
using Yhteys.Content;
using Yhteys.Organisation.Municipalities;
using Yhteys.Organisation.Views;
using Yhteys.Ui;

namespace Yhteys.Access.Board;

/// <summary>Names of units, service lines and municipalities in the reader's language, and the order in which they stand.</summary>
internal sealed class BoardNames(OrganisationQueries organisation, ContentStore content, IStringLocalizer<BoardTexts> texts, PageFrame frame)
{
    public string Unit(Guid? unit) => unit is { } id && organisation.Unit(id) is { } row ? row.Name.In(frame.Language) : texts["NoUnit"];

    public string Line(string line) => content.Current.Services.Line(line)?.Name.In(frame.Language) ?? line;

    public string Municipality(string? code) => code is null ? texts["NoMunicipality"] : MunicipalityRegister.Name(code, frame.Language) ?? code;

    /// <summary>Name of a row of <see cref="PlacesState.Grouped"/>.</summary>
    public string Place(PlaceGroup group, PlaceFigures figures) => group == PlaceGroup.Others ? texts["Places_Others"] : Municipality(figures.Municipality);

    public int UnitOrder(Guid? unit) => Place(organisation.Units().TakeWhile(row => row.Unit != unit).Count(), organisation.Units().Count);

    public int LineOrder(string line) => Place(content.Current.Services.Lines.TakeWhile(l => l.Id != line).Count(), content.Current.Services.Lines.Count);

    /// <summary>Whether the unit gives the service.</summary>
    public bool Gives(Guid? unit, string line) => unit is { } id && organisation.Unit(id)?.ServiceLines.Contains(line, StringComparer.Ordinal) == true;

    /// <summary>The county's own municipalities.</summary>
    public IReadOnlyList<string> OwnMunicipalities => content.Current.County.Municipalities;

    // What is not in the list stands after it.
    private static int Place(int before, int all) => before < all ? before : int.MaxValue;
}
