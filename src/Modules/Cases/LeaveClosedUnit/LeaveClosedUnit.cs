using NodaTime;
using Yhteys.Kernel;
using Yhteys.Organisation.Views;

namespace Yhteys.Cases;

/// <summary>A matter that is open in a unit after the unit's last day goes on in another unit, in the same service line.</summary>
/// <param name="To">Where a contact of the line would go now.</param>
internal sealed record LeaveClosedUnit(Guid Matter, Guid To)
{
    /// <param name="from">The unit of the matter as it is now.</param>
    /// <param name="handler">Who has taken it; while they are at work in another unit they go on with it.</param>
    public static Decision Decide(Matter state, LeaveClosedUnit command, UnitRow? from, ProfessionalRow? handler, LocalDate today) =>
        state.Open && from is not null && from.Unit == state.Unit && !from.GoesOn(today)
            && (handler is null || Handlers.HasLeft(handler, state.TakenFor, state.Unit, state.Register, today))
            ? Decision.Append(command.Matter, new MatterReferred(command.Matter, state.Person, state.ServiceLine, command.To, null, state.Register, UnitClosed: true))
            : Decision.Nothing;
}
