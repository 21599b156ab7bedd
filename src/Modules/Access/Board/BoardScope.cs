using Yhteys.Organisation;

namespace Yhteys.Access.Board;

/// <summary>What of the board somebody sees: the registers of the role, and one's own unit unless one works for the whole county.</summary>
/// <param name="Unit">Null for the whole county.</param>
public sealed record BoardScope(IReadOnlySet<string> Registers, Guid? Unit)
{
    public static BoardScope Of(CurrentUser user) => new(Rights.RegistersOf(user.Role, Rights.BoardRead).ToHashSet(StringComparer.Ordinal), user.Unit);

    public bool Sees(Guid? unit, string register) => Registers.Contains(register) && (Unit is null || Unit == unit);
}
