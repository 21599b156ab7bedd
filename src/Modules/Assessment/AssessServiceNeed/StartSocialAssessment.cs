using Yhteys.Calendar;
using Yhteys.Cases;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;

namespace Yhteys.Assessment;

/// <summary>The assessment of service needs begins (SHL 36 §).</summary>
public sealed record StartSocialAssessment(Guid Matter)
{
    public static Decision Decide(Matter state, MatterFacts known, SocialSteps steps, StartSocialAssessment command, ProfessionalRow? professional, Context context)
    {
        if (Common.Refused(state, known, Registers.Social, context) is { } closed) return closed;
        if (professional is null || !Common.IsSocialProfessional(professional.Licence)) return new NotSocialProfessional();
        if (steps.Started) return new AssessmentAlreadyStarted();
        return Decision.Append(command.Matter, new SocialAssessmentStarted(
            command.Matter, context.HappenedAt.Day(), professional.Profession, professional.Licence, state.Register));
    }
}

/// <summary>The assessment of service needs is completed; the summary is sealed with the matter's key.</summary>
public sealed record CompleteSocialAssessment(Guid Matter, string? Note)
{
    public static Decision Decide(Matter state, MatterFacts known, SocialSteps steps, CompleteSocialAssessment command, ProfessionalRow? professional, Context context)
    {
        if (Common.Refused(state, known, Registers.Social, context) is { } closed) return closed;
        if (professional is null || !Common.IsSocialProfessional(professional.Licence)) return new NotSocialProfessional();
        if (!steps.Started) return new AssessmentNotStarted();
        if (steps.Completed) return new AssessmentAlreadyCompleted();
        if (context.HappenedAt.Day() < steps.Last) return new BeforeTheStepBefore();
        if (Common.TooLong(command.Note)) return new NoteTooLong();
        return Decision.Append(command.Matter, new SocialAssessmentCompleted(
            command.Matter, Common.Sealed(command.Matter, command.Note), context.HappenedAt.Day(), professional.Profession, professional.Licence, state.Register));
    }
}
