using System.Collections.Immutable;
using NodaTime;
using Yhteys.Kernel;

namespace Yhteys.Assessment;

/// <summary>How far a matter of social welfare has come: assessment started, completed, decided, carried out.</summary>
public sealed record SocialSteps(ImmutableList<SocialStep> Steps) : IState<SocialSteps>
{
    private const string StartedStep = "started", CompletedStep = "completed", DecidedStep = "decided", CarriedOutStep = "carried_out";

    public static SocialSteps Empty { get; } = new([]);

    public bool Started => Has(StartedStep);
    public bool Completed => Has(CompletedStep);
    public bool CarriedOut => Has(CarriedOutStep);

    /// <summary>Of the decision; null before it.</summary>
    public string? Result => Steps.LastOrDefault(s => s.Kind == DecidedStep)?.Result;

    /// <summary>Day of the last step; no step may be before it.</summary>
    public LocalDate? Last => Steps.Select(s => (LocalDate?)s.Day).Max();

    public static SocialSteps Evolve(SocialSteps state, Recorded recorded) => recorded.Event switch
    {
        SocialAssessmentStarted e => state.With(new(recorded.Version, StartedStep, e.Day)),
        SocialAssessmentCompleted e => state.With(new(recorded.Version, CompletedStep, e.Day)),
        DecisionMade e => state.With(new(recorded.Version, DecidedStep, e.Day, e.Result)),
        DecisionCarriedOut e => state.With(new(recorded.Version, CarriedOutStep, e.Day)),
        FactCorrected e when state.Steps.Find(s => s.Version == e.Version) is { } step => new(
            e.Facts[0].Right is { } right ? state.Steps.Replace(step, step with { Day = right.Day }) : state.Steps.Remove(step)),
        _ => state,
    };

    private SocialSteps With(SocialStep step) => new(Steps.Add(step));

    private bool Has(string kind) => Steps.Exists(s => s.Kind == kind);
}

/// <summary>A step that was taken.</summary>
/// <param name="Version">Of its event in the matter's stream.</param>
public sealed record SocialStep(int Version, string Kind, LocalDate Day, string? Result = null);
