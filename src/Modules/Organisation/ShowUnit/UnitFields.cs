using Yhteys.Content;
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
        "details" => [new("Name", unit.Name.Fi), new("NameSv", Own(unit.Name.Sv, unit.Name)), new("NameEn", Own(unit.Name.En, unit.Name)), new("Phone", unit.Phone), new("AlwaysStaffed", Box(unit.AlwaysStaffed))],
        "lines" => [new("ServiceLines", string.Join(' ', unit.ServiceLines), Several: true)],
        "hours" =>
        [
            .. HoursText.Weekdays.Select(day => new ShownField(UnitView.HoursField(day), HoursText.Of(unit.Hours, day))),
            new("OnHolidays", Box(unit.Hours?.OnHolidays == true)),
        ],
        "address" => [.. OfAddress.Zip(
            [unit.Address?.Street.Fi, Own(unit.Address?.Street.Sv, unit.Address?.Street), unit.Address?.PostalCode, unit.Address?.PostOffice.Fi, Own(unit.Address?.PostOffice.Sv, unit.Address?.PostOffice)],
            (name, value) => new ShownField(name, value))],
        "close" => [new("LastDay", unit.LastDay is { } last ? Typed.Text(last) : null)],
        _ => [],
    };

    /// <summary>The text in another language; null when it is as in Finnish, as an empty field says.</summary>
    public static string? Own(string? text, LocalText? all) => text == all?.Fi ? null : text;

    private static string Box(bool ticked) => ticked ? "true" : "";
}
