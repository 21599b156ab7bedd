using NodaTime;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Residents.Vault;

namespace Yhteys.Residents;

/// <summary>A professional opens a person's data in a register without a care relation; it closes by itself.</summary>
public sealed record BreakGlass(Guid Person, string Register, string Reason)
{
    /// <summary>How long the data stays open.</summary>
    public static readonly Duration OpenFor = Duration.FromHours(8);

    public static Decision Decide(PersonState state, BreakGlass command, Context context)
    {
        if (!state.Registered) return new PersonNotFound();
        if (context.Actor.Kind != "staff" || !Rights.May(context.Actor.Role, Rights.BreakGlass, command.Register)) return new MayNotBreakGlass();
        if (command.Reason.Trim().Length < 10) return new BreakGlassReasonMissing();
        return Decision.Append(command.Person, new GlassBroken(
            command.Person, context.Actor.Id, command.Register, Personal.Seal(command.Person, command.Reason.Trim()), context.Now + OpenFor));
    }
}

public sealed record MayNotBreakGlass() : Refusal("MayNotBreakGlass");

public sealed record BreakGlassReasonMissing() : Refusal("BreakGlassReasonMissing", "Reason");
