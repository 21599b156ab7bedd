using NodaTime;
using Yhteys.Cases;
using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;

namespace Yhteys.Assessment;

/// <summary>What the one who records wrote.</summary>
/// <param name="Choice">One of the recording's choices, or the key of a <see cref="School"/>.</param>
/// <param name="Flags">Those that hold, of the recording's choices.</param>
/// <param name="OtherDay">A deadline, a day of birth, a day of placement.</param>
/// <param name="Words">What the client will read.</param>
/// <param name="Note">For the matter's record.</param>
/// <param name="Rule">Id of a rule.</param>
public sealed record FactInput(
    string? Choice = null, IReadOnlyList<string>? Flags = null, LocalDate? OtherDay = null, string? Words = null, string? Note = null,
    string? Rule = null);

/// <summary>A recording that has passed what all of them ask, for the decision of its kind.</summary>
/// <param name="Recording">On the matter's line.</param>
/// <param name="Doer">Whose work it was.</param>
/// <param name="Day">On which it was done.</param>
/// <param name="Content">Rules, settings and recordings in use.</param>
/// <param name="Calendars">School years of the chosen school, when the kind asks one.</param>
/// <param name="Birth">Day of birth of the matter's person; null when it is not known.</param>
internal sealed record FactCase(
    Matter State, MatterFacts Known, Guid Matter, FactInput Input, Recording Recording, ProfessionalRow Doer, LocalDate Day, LocalDate Today,
    ContentInUse Content, IReadOnlyList<SchoolCalendarRow> Calendars, LocalDate? Birth)
{
    public string Register => State.Register;

    public Sealed<string>? Note => Common.Sealed(Matter, Input.Note);

    public Decision Append(params IEvent[] events) => Decision.Append(Matter, events);

    /// <summary>The flags that hold when some are taken away and some added.</summary>
    public IReadOnlyList<string> ReasonsWith(IEnumerable<string> added, params IEnumerable<string> removed) =>
        [.. Known.Reasons.Except(removed, StringComparer.Ordinal).Union(added, StringComparer.Ordinal)];
}
