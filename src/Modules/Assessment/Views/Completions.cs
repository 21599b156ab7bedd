using NodaTime;
using Yhteys.Kernel;
using Yhteys.Kernel.Storage;
using Yhteys.Kernel.Views;

namespace Yhteys.Assessment.Views;

/// <summary>An application that waits for its completion.</summary>
/// <param name="Deadline">Its last day in time.</param>
[Index("Deadline")]
public sealed record CompletionRow(Guid Matter, LocalDate Deadline, string Register);

/// <summary>Applications whose completion is waited for; what ends the waiting takes them away.</summary>
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
                rows.Put(new CompletionRow(e.Matter, e.Deadline, e.Register));
                break;
            case ApplicationCompleted or CompletionExpired or DecisionMade:
            case FactCorrected { Recording: "assessment.completion-requested/1", Never: true }:
                rows.Delete<CompletionRow>(recorded.Stream);
                break;
        }
    }
}
