using System.Collections.Immutable;
using Yhteys.Kernel;

namespace Yhteys.Organisation;

/// <summary>What decisions about a professional need.</summary>
public sealed record ProfessionalState(bool Appointed, ImmutableHashSet<(Guid Unit, string Role)> Roles) : IState<ProfessionalState>
{
    public static ProfessionalState Empty { get; } = new(false, []);

    public static ProfessionalState Evolve(ProfessionalState state, Recorded recorded) => recorded.Event switch
    {
        ProfessionalAppointed => state with { Appointed = true },
        RoleGranted e => state with { Roles = state.Roles.Add((e.Unit, e.Role)) },
        RoleEnded e => state with { Roles = state.Roles.Remove((e.Unit, e.Role)) },
        _ => state,
    };
}
