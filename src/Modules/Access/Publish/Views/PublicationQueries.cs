using NodaTime;
using Yhteys.Kernel;
using Yhteys.Kernel.Views;

namespace Yhteys.Access.Publish.Views;

/// <summary>A publication in a list.</summary>
public sealed record PublicationLine(string Period, int Version, LocalDate FirstDay, LocalDate LastDay, Instant PublishedAt, string Publisher, bool Automatic);

/// <summary>What has been published and what waits.</summary>
internal sealed class PublicationQueries(Journal journal)
{
    /// <summary>All versions, the newest period first and in it the newest version.</summary>
    public IReadOnlyList<PublicationLine> All() => journal.Query<PublicationLine>(v =>
        $"select period, version, firstday, lastday, publishedat, publisher, automatic from {v.Table<PublicationRow>()} order by lastday desc, firstday desc, version desc");

    public IReadOnlyList<PreparedRow> Prepared() => journal.Query<PreparedRow>(v => $"select * from {v.Table<PreparedRow>()} order by period desc");

    /// <summary>The versions of a period, the newest first.</summary>
    public IReadOnlyList<PublicationRow> Versions(string period) =>
        journal.Query<PublicationRow>(v => $"select * from {v.Table<PublicationRow>()} where period = @period order by version desc", new { period });

    /// <summary>Publications of any length whose time overlaps the period's, the oldest first.</summary>
    public IReadOnlyList<PublicationRow> Overlapping(ReportingPeriod period) => journal.Query<PublicationRow>(
        v => $"select * from {v.Table<PublicationRow>()} where firstday <= @last and lastday >= @first order by publishedat, id", new { first = period.First, last = period.Last });

    public PublicationRow? Find(string period, int version) => journal.Find<PublicationRow>(PublicationRow.IdOf(period, version));

    public long Count() => journal.Query<long>(CountSql)[0];

    /// <summary>The same inside a decision.</summary>
    public long Count(Work work) => work.Query<long>(CountSql)[0];

    private static string CountSql(ViewSet views) => $"select count(*) from {views.Table<PublicationRow>()}";
}
