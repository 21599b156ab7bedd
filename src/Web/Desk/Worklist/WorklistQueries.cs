using NodaTime;
using Yhteys.Cases;
using Yhteys.Cases.Views;
using Yhteys.Kernel;
using Yhteys.Organisation.Views;
using Yhteys.Residents.Care;

namespace Yhteys.Web.Desk.Worklist;

/// <summary>
/// Open matters in the order in which they must be taken: immediate, then by the last day, then the longest waited. Each query walks an
/// index in its order and stops at the end of the page, so a long list costs what a short one does (docs/decisions/0005).
/// </summary>
internal static class WorklistQueries
{
    public const int PageSize = 50;
    private const int NewsAtMost = 5;

    /// <summary>One page and, when there are more, the first row of the next.</summary>
    /// <param name="left">See <see cref="Left"/>.</param>
    public static IReadOnlyList<WorklistRow> Rows(Journal journal, WorklistFilter filter, IReadOnlyList<Guid> left) =>
    [
        .. journal.Query<WorklistRow>(
            // A planner that is told how many rows are wanted need not plan anew each time.
            views => $"select * from {views.Table<WorklistRow>()} where {Where(filter, left.Count > 0)} order by turn, receivedat, matter limit {PageSize + 1} {(filter.Page > 1 ? "offset @skip" : "")}",
            new { filter.Registers, filter.Unit, filter.Line, filter.Channel, filter.Me, left, skip = (filter.Page - 1) * PageSize }),
    ];

    /// <param name="left">See <see cref="Left"/>.</param>
    public static long Count(Journal journal, WorklistFilter filter, IReadOnlyList<Guid> left) => left.Count + journal.Query<long>(
        views => filter.Whose == WorklistFilter.Mine
            ? $"select count(*) from {views.Table<WorklistRow>()} where {Where(filter)}"
            : $"select cast(coalesce(sum(number), 0) as bigint) from {views.Table<WorklistCountRow>()} where {Kinds(filter)}",
        new { filter.Registers, filter.Unit, filter.Line, filter.Channel, filter.Me })[0];

    /// <summary>When those are asked for that nobody has taken: also the matters whose handler has left, since nobody does them. Only those who may have left are looked for.</summary>
    public static IReadOnlyList<Guid> Left(Journal journal, WorklistFilter filter, OrganisationQueries organisation, LocalDate today)
    {
        if (filter.Whose != WorklistFilter.Free) return [];
        var gone = organisation.Professionals().Where(p => !p.Roles.Any(r => r.Handles && r.HoldsOn(today)) || p.Roles.Any(r => !r.GoesOn(today))).Select(p => p.Professional).ToList();
        return gone.Count == 0 ? [] :
        [
            .. journal.Query<WorklistRow>(
                views => $"select * from {views.Table<WorklistRow>()} where {Together("handler in @gone", Register, ChildWelfareLine(filter), UnitOfOwn(filter), Line(filter), Channel(filter))}",
                new { gone, filter.Registers, filter.Unit, filter.Line, filter.Channel })
                .Where(row => Handlers.HasLeft(organisation.Professional(row.Handler!.Value), row.TakenFor, row.Unit, row.Register, today)).Select(row => row.Matter),
        ];
    }

    /// <summary>Matters that the reader handled last, open again because the resident wrote, and taken by nobody; not those that the unit sees no more. The newest, of as many as a page has.</summary>
    public static IReadOnlyList<MatterRow> News(Journal journal, WorklistFilter filter, Guid? own)
    {
        if (own is not { } unit) return [];
        var waiting = journal.Query<MatterRow>(
            views => $"""
                select * from {views.Table<MatterRow>()} where residentwaits = 1 and lasthandler = @Me and handler is null and open = 1
                and {Together(Register, ChildWelfareLine(filter))} order by lastat desc limit {PageSize}
                """,
            new { filter.Me, filter.Registers });
        if (waiting.Count == 0) return [];
        var seen = journal.Query<Guid>(
            views => $"select matter from {views.Table<CareRelationRow>()} where matter in @matters and unit = @unit and endedat is null",
            new { matters = waiting.Select(m => m.Matter).ToList(), unit }).ToHashSet();
        return [.. waiting.Where(m => seen.Contains(m.Matter)).Take(NewsAtMost)];
    }

    // Only these fixed texts are put together; what was typed goes as parameters.
    private static string Where(WorklistFilter filter, bool left = false) => Together(
        Register, ChildWelfareLine(filter), filter.Whose == WorklistFilter.Mine ? UnitOfOwn(filter) : filter.Unit is null ? null : "unit = @Unit",
        Line(filter), Channel(filter),
        filter.Whose switch
        {
            WorklistFilter.Mine => "handler = @Me",
            WorklistFilter.Free => left ? "(handler is null or matter in @left)" : "handler is null",
            _ => null,
        });

    // The list of one handler is short and has its own index, which a plain condition on the unit would draw the planner away from.
    private static string? UnitOfOwn(WorklistFilter filter) => filter.Unit is null ? null : "coalesce(unit, unit) = @Unit";

    private static string Kinds(WorklistFilter filter) => Together(
        Register, ChildWelfareLine(filter), filter.Unit is null ? null : "unit = @Unit", Line(filter), Channel(filter), filter.Whose == WorklistFilter.Free ? "taken = 0" : null);

    private const string Register = "register in @Registers";

    // Only social workers of units that handle child welfare know that its matters exist.
    private static string? ChildWelfareLine(WorklistFilter filter) => filter.ChildWelfare ? null : $"serviceline <> '{ChildWelfare.Line}'";

    private static string? Line(WorklistFilter filter) => filter.Line is null ? null : "serviceline = @Line";

    private static string? Channel(WorklistFilter filter) => filter.Channel is null ? null : "channel = @Channel";

    private static string Together(params IEnumerable<string?> conditions) => string.Join(" and ", conditions.OfType<string>());
}
