using NodaTime;
using Yhteys.Cases.Views;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;

namespace Yhteys.Cases;

/// <summary>Who has taken a matter keeps it as long as they can handle it.</summary>
public static class Handlers
{
    /// <summary>Whether the last role by which the handler could handle the matter has ended, so that they will not let it go themselves.</summary>
    /// <param name="handler">Null when nobody has taken it.</param>
    /// <param name="unit">The unit in whose name it was taken, not always the one whose matter it is; see <see cref="MatterRow.TakenFor"/>.</param>
    public static bool HasLeft(ProfessionalRow? handler, Guid unit, string register, LocalDate today) =>
        handler is not null && !handler.Roles.Any(r => r.Unit == unit && r.HoldsOn(today) && Rights.May(r.Role, Rights.MatterHandle, register));
}
