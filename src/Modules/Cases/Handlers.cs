using NodaTime;
using Yhteys.Cases.Views;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;

namespace Yhteys.Cases;

/// <summary>Who has taken a matter keeps it as long as they can handle it.</summary>
public static class Handlers
{
    /// <summary>Whether the handler handles matters neither in the unit in whose name it was taken nor in the one whose matter it is, so that they will not let it go themselves.</summary>
    /// <param name="handler">Null when nobody has taken it.</param>
    /// <param name="takenFor">See <see cref="MatterRow.TakenFor"/>; null when nobody has taken it.</param>
    public static bool HasLeft(ProfessionalRow? handler, Guid? takenFor, Guid unit, string register, LocalDate today) =>
        handler is not null && !handler.Handles(unit, register, today) && !(takenFor is { } other && handler.Handles(other, register, today));
}
