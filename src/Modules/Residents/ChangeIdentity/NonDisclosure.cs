using Yhteys.Kernel;

namespace Yhteys.Residents;

/// <summary>Sets or lifts a person's non-disclosure for personal safety (turvakielto).</summary>
public sealed record SetNonDisclosure(Guid Person, bool On)
{
    public static Decision Decide(PersonState state, SetNonDisclosure command)
    {
        if (!state.Registered) return new PersonNotFound();
        if (state.NonDisclosure == command.On) return Decision.Nothing;
        return Decision.Append(command.Person, command.On ? new NonDisclosureSet(command.Person) : new NonDisclosureLifted(command.Person));
    }
}
