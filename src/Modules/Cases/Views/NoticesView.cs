using NodaTime;
using Yhteys.Kernel;
using Yhteys.Kernel.Storage;
using Yhteys.Kernel.Views;

namespace Yhteys.Cases.Views;

/// <summary>That a resident has made a notice. Only the notifier's own pages read it: they show that the notice arrived and nothing else.</summary>
[Index("Notifier")]
public sealed record NoticeMadeRow(Guid Matter, Guid Notifier, Instant At);

/// <summary>That somebody opened what is known of a notifier: auditors look through these.</summary>
/// <param name="Id">The matter and the event's place in it.</param>
[Index("At")]
public sealed record NotifierOpeningRow(string Id, Guid Matter, Guid Professional, Guid? Unit, Instant At);

/// <summary>Which notices each resident has made, and who has opened their notifiers.</summary>
internal sealed class NoticesView : View
{
    public override string Name => "notices";
    public override IReadOnlyList<Type> Rows => [typeof(NoticeMadeRow), typeof(NotifierOpeningRow)];

    public override bool Handles(Type eventType) => eventType == typeof(NoticeGiven) || eventType == typeof(NotifierOpened);

    public override void Fold(Recorded recorded, IRows rows)
    {
        if (recorded is { Event: NoticeGiven given, Actor.Kind: "person" })
            rows.Put(new NoticeMadeRow(given.Matter, recorded.Actor.Id, recorded.RecordedAt));
        else if (recorded.Event is NotifierOpened opened)
            rows.Put(new NotifierOpeningRow($"{opened.Matter:N}{recorded.Version}", opened.Matter, opened.Professional, recorded.Actor.Unit, recorded.RecordedAt));
    }
}
