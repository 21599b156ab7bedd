using NodaTime;
using Yhteys.Kernel;
using Yhteys.Kernel.Storage;
using Yhteys.Kernel.Views;

namespace Yhteys.Assessment.Views;

/// <summary>An application whose completion was asked for.</summary>
/// <param name="Deadline">The last day in time of the latest request.</param>
/// <param name="Waits">The same while it is waited for; null when something has ended the waiting.</param>
/// <param name="AskedBy">Place of the request in the matter's stream.</param>
/// <param name="EndedBy">Place of what ended it in the matter's stream; null when nothing has, or when its last day passed.</param>
[Index("Waits")]
public sealed record CompletionRow(Guid Matter, LocalDate Deadline, string Register, int AskedBy, LocalDate? Waits, int? EndedBy = null);

/// <summary>Applications whose completion was asked for. An ending that never happened lets the waiting go on.</summary>
internal sealed class Completions : View
{
    public override string Name => "completions";
    public override IReadOnlyList<Type> Rows => [typeof(CompletionRow)];

    public override bool Handles(Type eventType) => eventType.Assembly == typeof(Completions).Assembly;

    public override void Fold(Recorded recorded, IRows rows)
    {
        switch (recorded.Event)
        {
            case CompletionRequested e:
                rows.Put(new CompletionRow(e.Matter, e.Deadline, e.Register, recorded.Version, e.Deadline));
                break;
            case ApplicationCompleted or CompletionExpired or DecisionMade when rows.Get<CompletionRow>(recorded.Stream) is { Waits: not null } row:
                // Whoever says that the time did not run out has decided it: nothing is to be undone by that.
                rows.Put(row with { Waits = null, EndedBy = recorded.Event is CompletionExpired ? null : recorded.Version });
                break;
            case FactCorrected { Never: true } e when rows.Get<CompletionRow>(recorded.Stream) is { } row:
                if (e.Version == row.AskedBy)
                    rows.Delete<CompletionRow>(recorded.Stream);
                else if (e.Version == row.EndedBy)
                    rows.Put(row with { Waits = row.Deadline, EndedBy = null });
                break;
        }
    }
}
