using NodaTime;
using Yhteys.Kernel;
using Yhteys.Organisation.Views;

namespace Yhteys.Organisation;

/// <summary>What decisions about a professional need.</summary>
/// <param name="Roles">As they were granted, with the day of their end.</param>
public sealed record ProfessionalState(bool Appointed, IReadOnlyList<HeldRole> Roles, LocalDate AppointedOn = default, string Profession = "", int Version = 0) : IState<ProfessionalState>, IVersioned
{
    public static ProfessionalState Empty { get; } = new(false, []);

    public static ProfessionalState Evolve(ProfessionalState state, Recorded recorded) => (recorded.Event switch
    {
        ProfessionalAppointed e => state with { Appointed = true, AppointedOn = e.AppointedOn, Profession = e.Profession },
        RoleGranted e => state with { Roles = [.. state.Roles, new HeldRole(e.Unit, e.Role, e.FirstDay)] },
        RoleEnded e => state with { Roles = HeldRole.End(state.Roles, e) },
        _ => state,
    }) with
    { Version = recorded.Version };

    /// <summary>The newest role of the kind at the unit, also when its end is known; null when it was never granted or was taken back.</summary>
    public HeldRole? Newest(Guid unit, string role) => Roles.LastOrDefault(r => r.Unit == unit && r.Role == role);
}
