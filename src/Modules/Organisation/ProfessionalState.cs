using NodaTime;
using Yhteys.Kernel;
using Yhteys.Organisation.Views;

namespace Yhteys.Organisation;

/// <summary>What decisions about a professional need.</summary>
/// <param name="Roles">Those that have not been ended.</param>
public sealed record ProfessionalState(bool Appointed, IReadOnlyList<HeldRole> Roles, LocalDate AppointedOn = default, int Version = 0) : IState<ProfessionalState>
{
    public static ProfessionalState Empty { get; } = new(false, []);

    public static ProfessionalState Evolve(ProfessionalState state, Recorded recorded) => (recorded.Event switch
    {
        ProfessionalAppointed e => state with { Appointed = true, AppointedOn = e.AppointedOn },
        RoleGranted e => state with { Roles = [.. state.Roles, new HeldRole(e.Unit, e.Role, e.FirstDay)] },
        RoleEnded e => state with { Roles = [.. state.Roles.Where(r => (r.Unit, r.Role) != (e.Unit, e.Role))] },
        _ => state,
    }) with
    { Version = recorded.Version };

    /// <summary>The role at the unit, unless it has been ended or was never granted.</summary>
    public HeldRole? Held(Guid unit, string role) => Roles.FirstOrDefault(r => r.Unit == unit && r.Role == role);

    /// <param name="seen">The version that the page showed; null when it was not said.</param>
    public Refusal? Changed(long? seen) => seen is { } version && version != Version ? new ChangedSinceOpened() : null;
}
