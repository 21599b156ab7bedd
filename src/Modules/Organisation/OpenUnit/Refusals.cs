using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Organisation.Views;

namespace Yhteys.Organisation;

public sealed record UnitAlreadyOpen() : Refusal("UnitAlreadyOpen");

public sealed record UnitNotFound() : Refusal("UnitNotFound");

public sealed record UnitNameMissing() : Refusal("UnitNameMissing", "Name");

/// <summary>Who chooses between two units of one municipality must be able to tell them apart by name.</summary>
public sealed record UnitNameTaken(LocalText Name) : Refusal("UnitNameTaken", "Name")
{
    public override object?[] Arguments => [Name];

    /// <summary>Null when no other unit of the municipality has the name in any of the languages.</summary>
    public static UnitNameTaken? Among(IEnumerable<UnitRow> units, Guid unit, LocalText name, string municipality) =>
        units.FirstOrDefault(u => u.Unit != unit && u.Municipality == municipality && (Alike(u.Name.Fi, name.Fi) || Alike(u.Name.Sv, name.Sv) || Alike(u.Name.En, name.En))) is { } other
            ? new(other.Name) : null;

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
