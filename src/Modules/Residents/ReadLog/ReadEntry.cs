using NodaTime;
using Yhteys.Organisation;
using Yhteys.Residents.Care;

namespace Yhteys.Residents.ReadLog;

/// <summary>One screen that somebody opened and whom it showed.</summary>
/// <param name="Who">The professional, or the resident who looked at their own or a represented person's data.</param>
/// <param name="Unit">The unit in whose name it was opened.</param>
/// <param name="Screen">Code of the screen: identity_card, matter, worklist …; its name is the text key <c>screen.CODE</c>.</param>
/// <param name="Reason">The purpose of use; free words only where the professional was asked for a reason.</param>
/// <param name="People">Everyone whom the screen showed; for an automatic refresh only those newly shown.</param>
public sealed record ReadEntry(
    Guid Who, Guid? Unit, string Role, string Register, string Screen, string? Reason, ReadGround Ground, IReadOnlyList<Guid> People)
{
    public static ReadEntry Of(CurrentUser user, string screen, string register, ReadGround ground, string? reason, params IEnumerable<Guid> people) =>
        new(user.Id, user.Unit, user.Role, register, screen, reason, ground, [.. people.Distinct()]);
}

/// <summary>An entry as the log holds it.</summary>
/// <param name="Withholds">The entry that this one withholds from the person, with the legal ground as its reason.</param>
public sealed record ReadRow(
    long Seq, Instant At, Guid Who, Guid? Unit, string Role, string Register, string Screen, string? Reason, ReadGround Ground, long? Withholds, IReadOnlyList<Guid> People)
{
    /// <summary>Opened without a relation or a sealed field opened: what an auditor looks at first. Its reason is free words and lies sealed.</summary>
    public bool Flagged => Ground == ReadGround.BrokenGlass || Screen is ReadLogBook.OpenedFieldScreen or ReadLogBook.OpenedNotifierScreen;
}
