using NodaTime;
using Yhteys.Cases.Views;
using Yhteys.Kernel;
using Yhteys.Organisation.Views;
using Yhteys.Ui;

namespace Yhteys.Web.Desk.AuditMatter;

/// <summary>Who has opened what is known of notifiers: an auditor must find these without knowing which matter to ask for.</summary>
internal sealed class NotifierOpenings(Journal journal, OrganisationQueries organisation, PageFrame frame, IClock clock)
{
    private static readonly Duration Recent = Duration.FromDays(30);

    private const int Most = 100;

    /// <summary>Of the last 30 days, the latest first.</summary>
    public IReadOnlyList<NotifierOpening> Latest()
    {
        var rows = journal.Query<NotifierOpeningRow>(
            v => $"select * from {v.Table<NotifierOpeningRow>()} where at >= @since order by at desc limit {Most}", new { since = clock.GetCurrentInstant() - Recent });
        if (rows.Count == 0) return [];
        var numbers = journal.Query<MatterRow>(
            v => $"select * from {v.Table<MatterRow>()} where matter in @matters", new { matters = rows.Select(r => r.Matter).Distinct().ToList() }).ToDictionary(m => m.Matter, m => m.Number);
        return
        [
            .. rows.Select(r => new NotifierOpening(
                numbers[r.Matter], r.At, organisation.Professional(r.Professional)?.Name ?? "–",
                r.Unit is { } unit ? organisation.Unit(unit)?.Name.In(frame.Language) ?? "–" : "–")),
        ];
    }
}

/// <summary>One opening, without what was seen.</summary>
public sealed record NotifierOpening(string Number, Instant At, string By, string Unit);
