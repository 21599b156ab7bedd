using NodaTime;
using Yhteys.Access.Board.Forecast;
using Yhteys.Kernel;

namespace Yhteys.Access.Board;

/// <summary>Which of the open matters are listed.</summary>
/// <param name="Unit">Null for all units.</param>
/// <param name="Line">Null for all service lines.</param>
/// <param name="Without">A service line whose matters are left out: the reader may not know of them.</param>
/// <param name="LastDay">Only those whose last day it is and that have no sure time by then: a cell of the forecast.</param>
/// <param name="Unbooked">Only those of the forecast, of any day.</param>
/// <param name="Matter">Only this one.</param>
/// <param name="Units">The units that the reader sees; null for all.</param>
public sealed record BoardFilter(
    IReadOnlyList<string> Registers, Guid? Unit, string? Line, LocalDate? LastDay, bool Unbooked, string? Without = null, Guid? Matter = null, IReadOnlyList<Guid>? Units = null);

/// <summary>A matter behind a figure.</summary>
public sealed record BoardMatter(Guid Matter, Guid? Unit, string ServiceLine, string Register, bool Immediate, LocalDate? Strict, LocalDate? LastInTime, LocalDate ContactOn);

/// <summary>The matters behind the board's figures, at any moment. Who may see whom is the page's question.</summary>
public sealed class BoardMatters(Journal journal)
{
    public const int PageSize = 50;
    private const int AskedAtOnce = 500;

    /// <summary>At once first, then by the last day, then the longest waited; one more than a page when there are more.</summary>
    /// <param name="page">1 is the first.</param>
    public IReadOnlyList<BoardMatter> Page(BoardMoment moment, BoardFilter filter, int page) => List(moment, filter, PageSize + 1, (page - 1) * PageSize);

    /// <summary>The first of them in the same order.</summary>
    public IReadOnlyList<BoardMatter> First(BoardMoment moment, BoardFilter filter, int atMost) => List(moment, filter, atMost, 0);

    public int Count(BoardMoment moment, BoardFilter filter) =>
        journal.Query<int>(v => $"select count(*) from {BoardTables.Open(v, moment)} o where {Where(v, moment, filter)}", Parameters(moment, filter))[0];

    /// <summary>Which of some matters are listed.</summary>
    public IReadOnlyList<Guid> Among(IReadOnlyCollection<Guid> matters, BoardMoment moment, BoardFilter filter) => [.. matters.Chunk(AskedAtOnce).SelectMany(ids =>
    {
        var parameters = Parameters(moment, filter);
        parameters["ids"] = ids;
        return journal.Query<Guid>(v => $"select o.matter from {BoardTables.Open(v, moment)} o where o.matter in @ids and {Where(v, moment, filter)}", parameters);
    })];

    private IReadOnlyList<BoardMatter> List(BoardMoment moment, BoardFilter filter, int atMost, int skip)
    {
        var parameters = Parameters(moment, filter);
        (parameters["atmost"], parameters["skip"]) = (atMost, skip);
        return journal.Query<BoardMatter>(
            v => $"""
                select o.matter, o.unit, o.serviceline, o.register, o.immediate, o.strict, o.lastintime, o.contacton from {BoardTables.Open(v, moment)} o where {Where(v, moment, filter)}
                order by o.immediate desc, coalesce(o.lastintime, 999999), o.contacton, o.matter limit @atmost offset @skip
                """, parameters);
    }

    private static Dictionary<string, object?> Parameters(BoardMoment moment, BoardFilter filter) => BoardTables.Of(
        moment, ("registers", filter.Registers.ToArray()), ("unit", filter.Unit), ("units", filter.Units?.ToArray()), ("line", filter.Line), ("without", filter.Without), ("lastday", filter.LastDay), ("matter", filter.Matter),
        ("last", moment.Day.PlusDays(ForecastState.WindowDays - 1)));

    private static string Where(Kernel.Views.ViewSet views, BoardMoment moment, BoardFilter filter) => string.Join(" and ", new[]
    {
        "o.register in @registers",
        filter.Unit is null ? null : "o.unit = @unit",
        filter.Units is null ? null : "o.unit in @units",
        filter.Line is null ? null : "o.serviceline = @line",
        filter.Without is null ? null : "o.serviceline <> @without",
        filter.Matter is null ? null : "o.matter = @matter",
        filter.LastDay is null ? null : "o.lastintime = @lastday",
        filter.Unbooked || filter.LastDay is not null ? ForecastCount.ToCome(views, moment) : null,
    }.OfType<string>());
}
