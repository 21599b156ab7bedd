using Yhteys.Content;

namespace Yhteys.Assessment;

/// <summary>What may be recorded in the matters of some service lines, as content/recordings says it.</summary>
/// <param name="Kind">One of <see cref="FactKinds"/>.</param>
/// <param name="Name">What the button says: "Record the home visit".</param>
/// <param name="Lead">What it means, for one who has not done it before.</param>
/// <param name="Professions">Whose work it must be; null = any profession with the licence.</param>
/// <param name="Licences">licensed, protected, none; null = any.</param>
/// <param name="After">Facts one of which must have happened on the day or before it.</param>
/// <param name="Until">Facts any of which makes it too late.</param>
/// <param name="Choices">Of the kind's choices those that the lines know; null = all.</param>
public sealed record Recording(
    string Kind, LocalText Name, IReadOnlyList<string> Lines, LocalText? Lead = null, IReadOnlyList<string>? Professions = null,
    IReadOnlyList<string>? Licences = null, IReadOnlyList<string>? After = null, IReadOnlyList<string>? Until = null,
    IReadOnlyList<string>? Choices = null)
{
    /// <summary>Whether a professional may do it.</summary>
    public bool IsFor(string profession, string licence) =>
        Professions?.Contains(profession) != false && Licences?.Contains(licence) != false;

    /// <summary>Whether all that was ticked may be ticked; null = nothing was.</summary>
    internal bool Offers(IReadOnlyList<string>? ticked, FactKind kind) => (ticked ?? []).All((Choices ?? kind.Choices).Contains);
}
