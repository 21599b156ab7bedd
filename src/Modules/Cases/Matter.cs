using Yhteys.Kernel;

namespace Yhteys.Cases;

/// <summary>What decisions about a matter (asia) need.</summary>
/// <param name="Handler">Who has taken it; null = nobody.</param>
public sealed record Matter(
    bool Exists, bool Open, Guid Person, string Register, string ServiceLine, Guid Unit, Guid? Handler, bool ResidentWaits) : IState<Matter>
{
    public static Matter Empty { get; } = new(false, false, Guid.Empty, "", "", Guid.Empty, null, false);

    public static Matter Evolve(Matter state, Recorded recorded) => recorded.Event switch
    {
        ContactReceived e => new(true, true, e.Person, e.Register, e.ServiceLine, e.Unit, null, true),
        MatterTaken e => state with { Handler = e.Handler },
        MatterReleased => state with { Handler = null },
        ResidentWrote => state with { ResidentWaits = true },
        MatterReopened => state with { Open = true },
        MoreAsked or ProfessionalWrote => state with { ResidentWaits = false },
        HelpedAtFirstContact => state with { ResidentWaits = false },
        MatterReferred e => state with { ServiceLine = e.ServiceLine, Unit = e.Unit, Handler = null },
        MatterClosed or MatterEndedWithoutCare => state with { Open = false, Handler = null, ResidentWaits = false },
        _ => state,
    };
}
