using Yhteys.Calendar;
using Yhteys.Cases;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;

namespace Yhteys.Assessment;

/// <summary>A decision on a social service is made (SHL 45 §). It may come before the assessment is complete: urgent help never waits for it.</summary>
/// <param name="Result">granted, refused or not_needed.</param>
public sealed record MakeDecision(Guid Matter, string Result, string? Ground)
{
    public static Decision Decide(Matter state, MatterFacts known, SocialSteps steps, MakeDecision command, ProfessionalRow? professional, Context context)
    {
        if (Common.Refused(state, known, Registers.Social, context) is { } closed) return closed;
        if (professional is null || !Common.IsSocialProfessional(professional.Licence)) return new NotSocialProfessional();
        if (steps.Result is not null) return new DecisionAlreadyMade();
        if (!Codes.Results.Contains(command.Result)) return new ResultMissing();
        if (context.HappenedAt.Day() < steps.Last) return new BeforeTheStepBefore();
        if (Common.TooLong(command.Ground)) return new NoteTooLong();
        return Decision.Append(command.Matter, new DecisionMade(
            command.Matter, command.Result, Common.Sealed(command.Matter, command.Ground), context.HappenedAt.Day(),
            professional.Profession, professional.Licence, state.Register));
    }
}

/// <summary>What was granted is carried out: the service began.</summary>
public sealed record CarryOutDecision(Guid Matter)
{
    public static Decision Decide(Matter state, MatterFacts known, SocialSteps steps, CarryOutDecision command, ProfessionalRow? professional, Context context)
    {
        if (Common.Refused(state, known, Registers.Social, context) is { } closed) return closed;
        if (professional is null || !Common.IsSocialProfessional(professional.Licence)) return new NotSocialProfessional();
        if (steps.Result != "granted") return new NothingToCarryOut();
        if (steps.CarriedOut) return new AlreadyCarriedOut();
        if (context.HappenedAt.Day() < steps.Last) return new BeforeTheStepBefore();
        return Decision.Append(command.Matter, new DecisionCarriedOut(
            command.Matter, context.HappenedAt.Day(), professional.Profession, professional.Licence, state.Register));
    }
}
