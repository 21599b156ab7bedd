using System.Text;
using Microsoft.Extensions.Localization;
using Yhteys.Access;
using Yhteys.Access.Board;
using Yhteys.Cases;
using Yhteys.Content;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Residents.Care;
using Yhteys.Residents.ReadLog;
using Yhteys.Ui;

namespace Yhteys.Web.Desk.BoardList;

/// <summary>The matters behind a figure of the board, now or on a past day. It shows people, so it is logged as a worklist is.</summary>
internal static class BoardListPage
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(AccessModule.BoardList, Show).Needs(Rights.MatterList);
        pages.MapGet(AccessModule.BoardListFile, File).Needs(Rights.MatterList);
    }

    private static async Task<IResult> Show(HttpContext context, BoardAsking asking, BoardListReader reader, ReadLogBook log, OrganisationQueries organisation, ContentStore content, IStringLocalizer<DeskTexts> texts, PageFrame frame)
    {
        var user = context.SignedIn();
        var asked = asking.Read(FormState.Read(context.Request.Query));
        var model = reader.Read(asked, user);
        asked.Form["unit"] = model.Filter.Unit?.ToString() ?? "all";
        await Log(log, user, "board_list", model);
        return new PageResult<BoardListView>(new
        {
            Model = model,
            asked.Form,
            asking.First,
            MayBoard = user.May(Rights.BoardRead),
            Units = organisation.Units().Where(u => model.Filter.Units?.Contains(u.Unit) != false).Select(u => new Option(u.Unit.ToString(), u.Name.In(frame.Language))).Prepend(new("all", texts["AllUnits"])).Skip(model.Filter.Units is [_] ? 1 : 0).ToList(),
            Lines = content.Current.Services.Lines.Where(l => model.Filter.Registers.Contains(l.Register) && l.Id != model.Filter.Without).Select(l => new Option(l.Id, l.Name.In(frame.Language))).ToList(),
        })
        {
            StatusCode = asked.Form.Status,
        };
    }

    private static async Task<IResult> File(HttpContext context, BoardAsking asking, BoardListReader reader, ReadLogBook log, IStringLocalizer<DeskTexts> texts, PageFrame frame)
    {
        var user = context.SignedIn();
        var asked = asking.Read(FormState.Read(context.Request.Query));
        var model = reader.ReadAll(asked, user);
        if (model.Count > BoardListModel.MostInFile)
            asked.Form.Errors.Add("", texts["BoardList_TooMany", Fi.Number(BoardListModel.MostInFile)]);
        if (model.Moment is not { } moment || !asked.Form.Valid)
            return TypedResults.Text(string.Join('\n', asked.Form.Errors.All.Select(e => e.Sentence)), "text/plain; charset=utf-8", Encoding.UTF8, asked.Form.Status);
        await Log(log, user, "board_list_file", model);
        return Csv.File(BoardListFile.Of(model.Items, moment.Day, texts, frame.Language), moment.FileOf(model.Filter.Matter is null ? "matters" : "one-matter"));
    }

    private static Task Log(ReadLogBook log, CurrentUser user, string screen, BoardListModel model) => log.Record(
        model.Items.Where(i => i.Who is not null).Select(i => (i.Who!.Value, i.Unreleased)),
        people => ReadEntry.Of(user, screen, model.Filter.Registers is [var only] ? only : Registers.None, ReadGround.None, "care", people));
}
