using Yhteys.Organisation.Views;
using Yhteys.Ui;

namespace Yhteys.Organisation;

/// <summary>The fields of the forms on a unit's page and what each holds beforehand.</summary>
internal static class UnitFields
{
    /// <summary>An address is one thing.</summary>
    public static readonly string[] OfAddress = ["Street", "StreetSv", "PostalCode", "PostOffice", "PostOfficeSv"];

    /// <param name="form">Name of the form.</param>
    public static IReadOnlyList<ShownField> Of(string form, UnitRow unit) => form switch
    {
        "details" => [new("Name", unit.Name.Fi), new("NameSv", unit.Name.Sv), new("NameEn", unit.Name.En), new("Phone", unit.Phone), new("AlwaysStaffed", Box(unit.AlwaysStaffed))],
        "lines" => [new("ServiceLines", string.Join(' ', unit.ServiceLines), Several: true)],
        "hours" =>
        [
            .. HoursText.Weekdays.Select(day => new ShownField(UnitView.HoursField(day), HoursText.Of(unit.Hours, day))),
            new("OnHolidays", Box(unit.Hours?.OnHolidays == true)),
        ],
        "address" => [.. OfAddress.Zip([unit.Address?.Street.Fi, unit.Address?.Street.Sv, unit.Address?.PostalCode, unit.Address?.PostOffice.Fi, unit.Address?.PostOffice.Sv], (name, value) => new ShownField(name, value))],
        "close" => [new("LastDay", unit.LastDay is { } last ? Typed.Text(last) : null)],
        _ => [],
    };

    private static string Box(bool ticked) => ticked ? "true" : "";
}
