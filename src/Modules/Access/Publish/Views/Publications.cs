using NodaTime;
using Yhteys.Kernel;
using Yhteys.Kernel.Storage;
using Yhteys.Kernel.Views;

namespace Yhteys.Access.Publish.Views;

/// <summary>A publication, as it stays at its address.</summary>
/// <param name="Id">Period and version: 2026-10/1.</param>
/// <param name="Publisher">Role of who published it; system when it published itself.</param>
[Index("Period")]
public sealed record PublicationRow(
    string Id, string Period, int Version, LocalDate FirstDay, LocalDate LastDay, Instant PublishedAt, string Publisher, bool Automatic, FiguresPublished Figures)
{
    internal static string IdOf(string period, int version) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{period}/{version}");
}

/// <summary>Figures that are ready and wait for somebody to publish them; gone when they are published.</summary>
public sealed record PreparedRow(string Period, LocalDate PreparedOn);

internal sealed class Publications : View
{
    public override string Name => "access_publications";
    public override IReadOnlyList<Type> Rows => [typeof(PublicationRow), typeof(PreparedRow)];

    public override bool Handles(Type eventType) => eventType == typeof(FiguresPublished) || eventType == typeof(FiguresPrepared);

    public override void Fold(Recorded recorded, IRows rows)
    {
        switch (recorded.Event)
        {
            case FiguresPrepared e:
                rows.Put(new PreparedRow(e.Period, e.PreparedOn));
                break;
            case FiguresPublished e:
                rows.Delete<PreparedRow>(e.Period);
                rows.Put(new PublicationRow(
                    PublicationRow.IdOf(e.Period, e.Version), e.Period, e.Version, e.From, e.To, recorded.RecordedAt, recorded.Actor.Role, e.Automatic, e));
                break;
        }
    }
}
