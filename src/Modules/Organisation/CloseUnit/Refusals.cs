using NodaTime;
using Yhteys.Content;
using Yhteys.Kernel;

namespace Yhteys.Organisation;

public sealed record UnitClosesInPast() : Refusal("UnitClosesInPast", "LastDay");

public sealed record UnitIsClosed() : Refusal("UnitIsClosed", "LastDay");

public sealed record UnitNotClosed() : Refusal("UnitNotClosed");

/// <summary>The unit has ended its work by the day on which a role would begin there.</summary>
public sealed record UnitClosedThen(LocalDate LastDay) : Refusal("UnitClosedThen", "FirstDay")
{
    public override object?[] Arguments => [LastDay];
}

/// <summary>These would have a role in a unit that is closed.</summary>
public sealed record RolesGoOn(IReadOnlyList<string> Names) : Refusal("RolesGoOn", "LastDay")
{
    public override object?[] Arguments => [string.Join(", ", Names)];
}

/// <summary>Nobody could contact about these lines any more.</summary>
public sealed record LinesHaveNoOtherUnit(IReadOnlyList<LocalText> Lines) : Refusal("LinesHaveNoOtherUnit", "LastDay")
{
    public override object?[] Arguments => [Lines];
}

/// <summary>Somebody would come to a unit that is closed.</summary>
public sealed record TimesAreBooked(int Times) : Refusal("TimesAreBooked", "LastDay")
{
    public override object?[] Arguments => [Times];
}

/// <summary>Nobody would go on with these matters.</summary>
public sealed record MattersAreOpen(int Matters) : Refusal("MattersAreOpen", "LastDay")
{
    public override object?[] Arguments => [Matters];
}
