using NodaTime;
using Yhteys.Calendar;
using Yhteys.Kernel;

namespace Yhteys.Access.Escalation.Watch;

/// <summary>A step that has not been reached yet, or has and nobody has been told.</summary>
/// <param name="Clock">Id of the rule, or state: and the state.</param>
/// <param name="Rule">Id of the entry.</param>
/// <param name="Latest">Last day in time; of a state its first day; null for a duty to be done at once.</param>
/// <param name="At">When somebody is told.</param>
/// <param name="Reached">A later step of the clock, for another recipient, that has been reached too: what this one says is past.</param>
internal sealed record DueStep(string Clock, string Rule, string Step, string To, LocalDate? Latest, Instant At, bool AtOnce, string? Reached = null)
{
    public const string StatePrefix = "state:";

    /// <summary>A step is told once for a last day: another last day is another step. It is told again when its task ended and the clock waits for that day again.</summary>
    public string Key => KeyOf(Clock, Step, Latest);

    public static string KeyOf(string clock, string step, LocalDate? latest) => $"{clock}|{step}|{latest?.Iso()}";

    /// <summary>The task of the step in a matter: the same on every node.</summary>
    /// <param name="before">How many times it has been told before.</param>
    public Guid TaskIn(Guid matter, int before) => NamedId.Of(before == 0 ? $"escalation:{matter:N}:{Key}" : $"escalation:{matter:N}:{Key}:{before}");
}
