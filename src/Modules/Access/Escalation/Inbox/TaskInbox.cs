using NodaTime;
using Yhteys.Access.Escalation.Views;
using Yhteys.Calendar;
using Yhteys.Kernel;
using Yhteys.Kernel.Storage;
using Yhteys.Kernel.Views;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Ui;

namespace Yhteys.Access.Escalation.Inbox;

/// <summary>The tasks that come to somebody in the role in which they act.</summary>
public sealed class TaskInbox(Journal journal, Database database, OrganisationQueries organisation, IClock clock)
{
    public const int PageSize = 50;
    private readonly Kept<string, InboxCountRow> _counts = new(database, journal.Views, "inbox", c => c.Inbox);

    /// <summary>Names of one's inboxes: one's own, the unit's handlers', those of the units that one leads, the director's.</summary>
    public IReadOnlyList<string> Of(CurrentUser user)
    {
        if (user.IsResident)
            return [];
        var today = clock.Today();
        var inboxes = new List<string> { Inboxes.Person(user.Id) };
        if (user.Unit is { } unit)
            inboxes.AddRange(Rights.RegistersOf(user.Role, Rights.MatterHandle).Select(register => Inboxes.Handlers(unit, register)));
        if (user.Role == Roles.UnitManager && organisation.Professional(user.Id) is { } lead)
            inboxes.AddRange(lead.Roles.Where(r => r.Role == Roles.UnitManager && lead.Holds(r.Role, r.Unit, today)).Select(r => Inboxes.Lead(r.Unit)).Distinct(StringComparer.Ordinal));
        if (user.Role == Roles.CountyDirector)
            inboxes.Add(Inboxes.Director);
        return inboxes;
    }

    /// <summary>How many tasks wait for the user to see them. From memory: it is beside the menu of every page.</summary>
    public int Waiting(CurrentUser user) => Of(user).Sum(inbox => _counts.Find(inbox)?.Number ?? 0);

    /// <summary>A page of the tasks of one stage: duties at once first, then by the last day; ended ones by when they ended.</summary>
    /// <param name="page">1 is the first.</param>
    public IReadOnlyList<TaskRow> Tasks(IReadOnlyList<string> inboxes, TaskStage stage, int page) => journal.Query<TaskRow>(
        v => $"""
            select * from {v.Table<TaskRow>()} where inbox in @inboxes and stage = @stage
            order by {(stage == TaskStage.Ended ? "endedat desc" : "atonce desc, latest, raisedat")}, task limit {PageSize} offset @skip
            """,
        new { inboxes, stage = stage.ToString(), skip = (page - 1) * PageSize });

    /// <summary>How many there are of each stage.</summary>
    public IReadOnlyDictionary<TaskStage, int> Count(IReadOnlyList<string> inboxes) =>
        journal.Query<StageCount>(v => $"select stage, count(*) as number from {v.Table<TaskRow>()} where inbox in @inboxes group by stage", new { inboxes })
            .ToDictionary(c => c.Stage, c => c.Number);

    /// <summary>Of these matters those that their person may not know of yet; one that is not watched is one of them, so nothing is told too early.</summary>
    internal IReadOnlySet<Guid> UnknownToPerson(IReadOnlyList<Guid> matters) => matters.Except(journal.Query<WatchRow>(v => $"select * from {v.Table<WatchRow>()} where matter in @matters", new { matters })
        .Where(row => row.Standing.PersonKnows).Select(row => row.Matter)).ToHashSet();

    /// <summary>The digests of the newest day that has one, added up; null when there has been none.</summary>
    public DigestOf? NewestDigest(IReadOnlyList<string> inboxes) => Digests(inboxes, 1).FirstOrDefault();

    /// <summary>The digests of the last days, each day's inboxes added up, the newest first.</summary>
    public IReadOnlyList<DigestOf> Digests(IReadOnlyList<string> inboxes, int days) =>
    [
        .. journal.Query<DigestRow>(v => $"select * from {v.Table<DigestRow>()} where inbox in @inboxes order by day desc limit @most", new { inboxes, most = days * Math.Max(1, inboxes.Count) })
            .GroupBy(d => d.Day).OrderByDescending(g => g.Key).Take(days)
            .Select(g => new DigestOf(g.Key, g.Max(d => d.MadeAt), g.Sum(d => d.Fresh), g.Sum(d => d.Waiting), g.Sum(d => d.Late), g.Sum(d => d.Acknowledged))),
    ];

    private sealed record StageCount(TaskStage Stage, int Number);
}

/// <summary>One person's digest of a day.</summary>
/// <param name="Fresh">Tasks that came since the digest before.</param>
/// <param name="Waiting">Tasks that nobody has acknowledged.</param>
/// <param name="Late">Of these, those whose last day has passed.</param>
/// <param name="Acknowledged">Tasks with a plan that are not done yet.</param>
public sealed record DigestOf(LocalDate Day, Instant MadeAt, int Fresh, int Waiting, int Late, int Acknowledged);
