using NodaTime;
using Yhteys.Cases.Views;
using Yhteys.Ui;

namespace Yhteys.Web.Desk.Worklist;

/// <summary>A page of the worklist, ready to be shown.</summary>
/// <param name="Today">The day by which the bands are told.</param>
/// <param name="News">Closed matters that the reader handled last and that a new message has opened; nobody has taken them yet.</param>
public sealed record WorklistModel(
    WorklistFilter Filter, long Count, int Pages, IReadOnlyList<WorklistItem> Items, LocalDate Today, bool MayHandle, string? Refused,
    IReadOnlyList<MatterRow> News);

/// <summary>A row of the worklist.</summary>
/// <param name="Ours">The reader's unit has it, or has a relation to its person. Of others' rows nothing tells who the person is: act 703/2023, only what the duties need.</param>
/// <param name="Person">Name to show; null in others' rows, and for one who has been forgotten or is under non-disclosure.</param>
/// <param name="Hidden">The person is under non-disclosure.</param>
/// <param name="Line">Name of the service line.</param>
/// <param name="Subject">What it is about: the topic, else the service line.</param>
/// <param name="Handler">Name of the one who has taken it.</param>
/// <param name="HandlerLeft">Who has taken it can't handle it any more; <see cref="Cases.Handlers"/>.</param>
/// <param name="Supervised">The reader leads the unit's work, and lets such a matter go.</param>
/// <param name="LiesTooLong">Somebody has been told that it lies in its state too long.</param>
/// <param name="Danger">An alarm of danger in it waits to be acknowledged.</param>
/// <param name="Door">Where the reader comes in.</param>
/// <param name="LookedAtBy">Names of others who have it open now; none in others' rows.</param>
public sealed record WorklistItem(
    WorklistRow Row, bool Ours, string? Person, bool Hidden, string Line, string Subject, string Unit, string? Handler, bool HandlerLeft, bool Supervised, string Band, Tone Tone, bool LiesTooLong, bool Danger, WorklistDoor Door,
    IReadOnlyList<string> LookedAtBy);

/// <summary>How the reader of a row comes to its matter.</summary>
public enum WorklistDoor
{
    /// <summary>Not at all: a manager sees only the rows.</summary>
    Shut,

    /// <summary>The unit has no relation to the person: by breaking glass, with a stated reason.</summary>
    Glass,

    Open,
}
