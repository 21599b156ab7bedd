using Yhteys.Cases.Views;
using Yhteys.Kernel;

namespace Yhteys.Web.Desk.Worklist;

/// <summary>Open matters in the order in which they must be taken: immediate, then by the last day, then the longest waited.</summary>
internal static class WorklistQueries
{
    public const int PageSize = 50;

    /// <summary>One page and, when there are more, the first row of the next.</summary>
    public static IReadOnlyList<MatterRow> Rows(Journal journal, WorklistFilter filter) => journal.Query<MatterRow>(
        views => $"select * from {views.Table<MatterRow>()} where {Where(filter)} order by immediate desc, due is null, due, receivedat limit @size offset @skip",
        new { filter.Registers, filter.Unit, filter.Line, filter.Channel, filter.Me, size = PageSize + 1, skip = (filter.Page - 1) * PageSize });

    public static long Count(Journal journal, WorklistFilter filter) => journal.Query<long>(
        views => $"select count(*) from {views.Table<MatterRow>()} where {Where(filter)}",
        new { filter.Registers, filter.Unit, filter.Line, filter.Channel, filter.Me })[0];

    // Only these fixed texts are put together; what was typed goes as parameters.
    private static string Where(WorklistFilter filter) => string.Join(" and ", new[]
    {
        "open = 1",
        "register in @Registers",
        filter.Unit is null ? null : "unit = @Unit",
        filter.Line is null ? null : "serviceline = @Line",
        filter.Channel is null ? null : "channel = @Channel",
        filter.Whose switch { WorklistFilter.Mine => "handler = @Me", WorklistFilter.Free => "handler is null", _ => null },
    }.OfType<string>());
}
