using Yhteys.Cases;
using Yhteys.Cases.Views;
using Yhteys.Kernel;
using Yhteys.Residents.Care;

namespace Yhteys.Web.Desk.Worklist;

/// <summary>
/// Open matters in the order in which they must be taken: immediate, then by the last day, then the longest waited. Each query walks an
/// index in its order and stops at the end of the page, so a long list costs what a short one does (docs/decisions/0005).
/// </summary>
internal static class WorklistQueries
{
    public const int PageSize = 50;

    /// <summary>One page and, when there are more, the first row of the next.</summary>
    public static IReadOnlyList<WorklistRow> Rows(Journal journal, WorklistFilter filter) =>
    [
        .. journal.Query<WorklistRow>(
            views => $"select * from {views.Table<WorklistRow>()} where {Where(filter)} order by turn, receivedat, matter limit @size offset @skip",
            new { filter.Registers, filter.Unit, filter.Line, filter.Channel, filter.Me, size = PageSize + 1, skip = (filter.Page - 1) * PageSize }),
    ];

    public static long Count(Journal journal, WorklistFilter filter) => journal.Query<long>(
        views => filter.Whose == WorklistFilter.Mine
            ? $"select count(*) from {views.Table<WorklistRow>()} where {Where(filter)}"
            : $"select cast(coalesce(sum(number), 0) as bigint) from {views.Table<WorklistCountRow>()} where {Kinds(filter)}",
        new { filter.Registers, filter.Unit, filter.Line, filter.Channel, filter.Me })[0];

    /// <summary>Matters that the reader handled last, open again because the resident wrote, and taken by nobody; not those that the unit sees no more.</summary>
    public static IReadOnlyList<MatterRow> News(Journal journal, WorklistFilter filter, Guid? own) => own is null ? [] : journal.Query<MatterRow>(
        views => $"""
            select * from {views.Table<MatterRow>()} m where residentwaits = 1 and lasthandler = @Me and handler is null and open = 1
            and {Together(Register, ChildWelfareLine(filter))}
            and exists (select 1 from {views.Table<CareRelationRow>()} c where c.matter = m.matter and c.unit = @own and c.endedat is null)
            order by lastat desc limit 5
            """,
        new { filter.Me, filter.Registers, own });

    // Only these fixed texts are put together; what was typed goes as parameters.
    internal static string Where(WorklistFilter filter) => Together(
        Register, ChildWelfareLine(filter),
        // One's own list is short and has its own index, which a plain condition on the unit would draw the planner away from.
        filter.Unit is null ? null : filter.Whose == WorklistFilter.Mine ? "coalesce(unit, unit) = @Unit" : "unit = @Unit",
        Line(filter), Channel(filter),
        filter.Whose switch { WorklistFilter.Mine => "handler = @Me", WorklistFilter.Free => "handler is null", _ => null });

    private static string Kinds(WorklistFilter filter) => Together(
        Register, ChildWelfareLine(filter), filter.Unit is null ? null : "unit = @Unit", Line(filter), Channel(filter), filter.Whose == WorklistFilter.Free ? "taken = 0" : null);

    private const string Register = "register in @Registers";

    // Only social workers of units that handle child welfare know that its matters exist.
    private static string? ChildWelfareLine(WorklistFilter filter) => filter.ChildWelfare ? null : $"serviceline <> '{ChildWelfare.Line}'";

    private static string? Line(WorklistFilter filter) => filter.Line is null ? null : "serviceline = @Line";

    private static string? Channel(WorklistFilter filter) => filter.Channel is null ? null : "channel = @Channel";

    private static string Together(params IEnumerable<string?> conditions) => string.Join(" and ", conditions.OfType<string>());
}
