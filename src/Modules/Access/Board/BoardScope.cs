namespace Yhteys.Access.Board;

/// <summary>What of the board somebody sees: the registers of the role, and the units in which one has it unless one works for the whole county.</summary>
/// <param name="Units">Null for the whole county.</param>
public sealed record BoardScope(IReadOnlySet<string> Registers, IReadOnlyList<Guid>? Units)
{
    public bool Sees(Guid? unit, string register) => Registers.Contains(register) && (Units is null || (unit is { } at && Units.Contains(at)));
}
