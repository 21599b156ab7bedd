using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Yhteys.Organisation;
using Yhteys.Ui;

namespace Yhteys.Access.Board;

/// <summary>The board, live or of a past day. It holds numbers only, nothing of a person, so it makes no entry in the read log.</summary>
internal static class BoardPage
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        foreach (var section in BoardAddress.Sections)
        {
            pages.MapGet(BoardAddress.Page(section), (HttpContext context, BoardAsking asking, BoardReader board) => Show(section, context, asking, board)).Needs(Rights.BoardRead);
            pages.MapGet(BoardAddress.Figures(section), (HttpContext context, BoardAsking asking, BoardReader board) =>
                new PageResult<BoardSectionFigures>(new { Seen = board.Read(section, asking.Live, context.SignedIn()) })).Needs(Rights.BoardRead);
            foreach (var table in BoardAddress.Tables(section))
                pages.MapGet(BoardAddress.Csv(section, table), (HttpContext context, BoardAsking asking, BoardReader board, BoardFile file) =>
                    File(section, table, context, asking, board, file)).Needs(Rights.BoardRead);
        }
    }

    private static PageResult<BoardView> Show(BoardSection section, HttpContext context, BoardAsking asking, BoardReader board)
    {
        var asked = asking.Read(FormState.Read(context.Request.Query));
        return new(new { Section = section, asked.Form, asking.First, Seen = asked.Moment is { } moment ? board.Read(section, moment, context.SignedIn(), waits: false) : null })
        {
            StatusCode = asked.Form.Status,
        };
    }

    private static IResult File(BoardSection section, string table, HttpContext context, BoardAsking asking, BoardReader board, BoardFile file)
    {
        var asked = asking.Read(FormState.Read(context.Request.Query));
        if (asked.Moment is not { } moment)
            return TypedResults.Text(string.Join('\n', asked.Form.Errors.All.Select(e => e.Sentence)), "text/plain; charset=utf-8", Encoding.UTF8, asked.Form.Status);
        return Csv.File(file.Of(board.Read(section, moment, context.SignedIn()), table), moment.FileOf(Name(section) + table));
    }

    private static string Name(BoardSection section) => section == BoardSection.Overview ? "board" : BoardAddress.Name(section);
}
