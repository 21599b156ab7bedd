using Yhteys.Content;
using Yhteys.Kernel;

namespace Yhteys.Organisation;

public sealed record UnitAlreadyOpen() : Refusal("UnitAlreadyOpen");

public sealed record UnitNotFound() : Refusal("UnitNotFound");

public sealed record UnitNameMissing() : Refusal("UnitNameMissing", "Name");

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
