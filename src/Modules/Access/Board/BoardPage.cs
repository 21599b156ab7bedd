using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using NodaTime.Text;
using Yhteys.Organisation;
using Yhteys.Ui;

namespace Yhteys.Access.Board;

/// <summary>The live board. It holds numbers only, nothing of a person, so it makes no entry in the read log.</summary>
internal static class BoardPage
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        foreach (var section in BoardAddress.Sections)
        {
            pages.MapGet(BoardAddress.Page(section), (HttpContext context, BoardReader board) =>
                new RazorComponentResult<BoardView>(new { Seen = board.Read(section, context.SignedIn()) })).Needs(Rights.BoardRead);
            pages.MapGet(BoardAddress.Figures(section), (HttpContext context, BoardReader board) =>
                new RazorComponentResult<BoardSectionFigures>(new { Seen = board.Read(section, context.SignedIn()) })).Needs(Rights.BoardRead);
            pages.MapGet(BoardAddress.Csv(section), (HttpContext context, BoardReader board, BoardFile file) => File(board.Read(section, context.SignedIn()), file)).Needs(Rights.BoardRead);
        }
    }

    /// <summary>Address of the worklist of a unit's service line.</summary>
    public static string Worklist(Guid? unit, string line) => $"/worklist?unit={unit}&line={line}";

    private static FileContentHttpResult File(BoardSeen seen, BoardFile file) => TypedResults.File(
        [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(file.Of(seen))],
        "text/csv; charset=utf-8",
        $"yhteys-{(seen.Section == BoardSection.Overview ? "board" : BoardAddress.Name(seen.Section))}-{LocalDatePattern.Iso.Format(seen.Totals.Day)}.csv");
}
