using NodaTime;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Organisation.Views;
using Yhteys.Ui;

namespace Yhteys.Organisation;

public sealed record UnitAlreadyOpen() : Refusal("UnitAlreadyOpen");

public sealed record UnitNotFound() : Refusal("UnitNotFound");

public sealed record UnitNameMissing() : Refusal("UnitNameMissing", "Name");

/// <summary>It can be no name.</summary>
/// <param name="Where">The field.</param>
public sealed record UnitNameWrong(string Where) : Refusal("UnitNameWrong", Where)
{
    public static UnitNameWrong? Of(LocalText name) =>
        !Typed.IsName(name.Fi) ? new("Name") : !Typed.IsName(name.Sv) ? new("NameSv") : !Typed.IsName(name.En) ? new("NameEn") : null;
}

/// <summary>Who chooses between two units of one municipality must be able to tell them apart by name.</summary>
/// <param name="Where">The field of the name that is alike; null when no name was typed.</param>
public sealed record UnitNameTaken(string Name, string? Where = "Name") : Refusal("UnitNameTaken", Where)
{
    public override object?[] Arguments => [Name];

    /// <summary>Null when no other unit of the municipality that goes on has the name in any of the languages.</summary>
    public static UnitNameTaken? Among(IEnumerable<UnitRow> units, Guid unit, LocalText name, string municipality, LocalDate day) => units
        .Where(u => u.Unit != unit && u.Municipality == municipality && u.GoesOn(day))
        .SelectMany(u => new[] { (u.Name.Fi, name.Fi, "Name"), (u.Name.Sv, name.Sv, "NameSv"), (u.Name.En, name.En, "NameEn") })
        .Where(both => Alike(both.Item1, both.Item2))
        // What was left empty is as in Finnish.
        .Select(both => new UnitNameTaken(both.Item1.Trim(), both.Item2 == name.Fi ? "Name" : both.Item3))
        .FirstOrDefault();

    private static bool Alike(string one, string other) => one.Trim() is { Length: > 0 } name && string.Equals(name, other.Trim(), StringComparison.OrdinalIgnoreCase);
}

/// <summary>No unit with staff would be at work at every hour, and alarms of danger go to such a unit.</summary>
/// <param name="Where">The field that would end it.</param>
public sealed record LastAlwaysStaffed(string Where = "AlwaysStaffed") : Refusal("LastAlwaysStaffed", Where);

public sealed record StreetMissing() : Refusal("StreetMissing", "Street");

public sealed record PostalCodeWrong() : Refusal("PostalCodeWrong", "PostalCode");

public sealed record PostOfficeMissing() : Refusal("PostOfficeMissing", "PostOffice");

public sealed record UnknownUnitKind(string Kind) : Refusal("UnknownUnitKind", "Kind")
{
    public override object?[] Arguments => [Kind];
}

public sealed record UnknownMunicipality(string Code) : Refusal("UnknownMunicipality", "Municipality")
{
    public override object?[] Arguments => [Code];
}

/// <summary>No unit would handle these lines any more, and nobody has said that it is meant.</summary>
public sealed record LinesLeftAlone(IReadOnlyList<LocalText> Lines) : Refusal("LinesLeftAlone", "Sure")
{
    public override object?[] Arguments => [Lines];
}

public sealed record UnknownServiceLine(string Line) : Refusal("UnknownServiceLine", "ServiceLines")
{
    public override object?[] Arguments => [Line];
}
