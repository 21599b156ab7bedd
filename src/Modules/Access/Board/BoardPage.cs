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
    public const string Figures = AccessModule.Board + "/figures";
    public const string Csv = AccessModule.Board + ".csv";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(AccessModule.Board, (HttpContext context, AccessBoard board) =>
            new RazorComponentResult<BoardView>(new { Board = Seen(context, board), board.Following, Drills = context.SignedIn().May(Rights.MatterList) })).Needs(Rights.BoardRead);
        pages.MapGet(Figures, (HttpContext context, AccessBoard board) =>
            new RazorComponentResult<BoardFigures>(new { Board = Seen(context, board), board.Following, Drills = context.SignedIn().May(Rights.MatterList) })).Needs(Rights.BoardRead);
        pages.MapGet(Csv, (HttpContext context, AccessBoard board, IStringLocalizer<Texts> texts, PageFrame frame) => File(Seen(context, board), texts, frame.Language))
            .Needs(Rights.BoardRead);
    }

    /// <summary>Address of the worklist of a line of the board.</summary>
    public static string Worklist(BoardLine line) => $"/worklist?unit={line.Unit}&line={line.ServiceLine}";

    private static BoardState Seen(HttpContext context, AccessBoard board) =>
        board.Now().In(Rights.RegistersOf(context.SignedIn().Role, Rights.BoardRead));

    private static FileContentHttpResult File(BoardState board, IStringLocalizer<Texts> texts, string language) => TypedResults.File(
        [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(BoardCsv.Of(board, texts, language))],
        "text/csv; charset=utf-8",
        $"yhteys-board-{LocalDatePattern.Iso.Format(board.Day)}.csv");
}
