using NodaTime;
using Yhteys.Kernel;
using Yhteys.Organisation.Views;

namespace Yhteys.Cases;

/// <summary>A matter that is open in a unit after the unit's last day goes on in another unit, in the same service line.</summary>
/// <param name="To">Where a contact of the line would go now.</param>
internal sealed record LeaveClosedUnit(Guid Matter, Guid To)
{
    /// <param name="from">The unit of the matter as it is now.</param>
    public static Decision Decide(Matter state, LeaveClosedUnit command, UnitRow? from, LocalDate today) =>
        state.Open && from is not null && from.Unit == state.Unit && !from.GoesOn(today)
            ? Decision.Append(command.Matter, new MatterReferred(command.Matter, state.Person, state.ServiceLine, command.To, null, state.Register, UnitClosed: true))
            : Decision.Nothing;
}
