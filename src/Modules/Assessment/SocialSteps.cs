using NodaTime;
using Yhteys.Kernel;

namespace Yhteys.Assessment;

/// <summary>How far a matter of social welfare has come: assessment started, completed, decided, carried out.</summary>
/// <param name="Last">Day of the last step; no step may be before it.</param>
/// <param name="Result">Of the last decision.</param>
public sealed record SocialSteps(bool Started, bool Completed, string? Result, bool CarriedOut, LocalDate? Last) : IState<SocialSteps>
{
    public static SocialSteps Empty { get; } = new(false, false, null, false, null);

    public static SocialSteps Evolve(SocialSteps state, Recorded recorded) => recorded.Event switch
    {
        SocialAssessmentStarted e => state with { Started = true, Last = e.Day },
        SocialAssessmentCompleted e => state with { Completed = true, Last = e.Day },
        DecisionMade e => state with { Result = e.Result, Last = e.Day },
        DecisionCarriedOut e => state with { CarriedOut = true, Last = e.Day },
        _ => state,
    };
}
