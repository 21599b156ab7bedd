using Microsoft.AspNetCore.Http.HttpResults;
using Yhteys.Content;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Residents.Care;
using Yhteys.Residents.ReadLog;
using Yhteys.Ui;

namespace Yhteys.Web.Desk.Worklist;

/// <summary>The worklist of a unit, or of the county within the registers of the role.</summary>
internal static class WorklistPage
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(DeskPages.Worklist, Show).Needs(Rights.MatterList);
        pages.MapGet(DeskPages.WorklistRows, Refresh).Needs(Rights.MatterList);
    }

    private static async Task<IResult> Show(
        HttpContext context, WorklistReader reader, ShownPeople shown, ReadLogBook log, OrganisationQueries organisation, ContentStore content, PageFrame frame)
    {
        var (user, form) = (context.SignedIn(), FormState.Read(context.Request.Query));
        var filter = WorklistFilter.Of(form, user);
        form["unit"] = filter.Unit?.ToString() ?? WorklistFilter.AllUnits;
        var model = reader.Read(filter, user, form.Text("refused"));
        var people = model.Items.Select(i => i.Row.Person).ToList();
        shown.Newly(user.Id, people);
        await log.Record(Entry(user, filter, people));
        return new RazorComponentResult<WorklistView>(new
        {
            Model = model,
            Form = form,
            Units = organisation.Units().Select(u => new Option(u.Unit.ToString(), u.Name.In(frame.Language))).ToList(),
            Lines = content.Current.Services.Lines.Where(l => filter.Registers.Contains(l.Register))
                .Select(l => new Option(l.Id, l.Name.In(frame.Language))).ToList(),
        });
    }

    private static async Task<IResult> Refresh(HttpContext context, WorklistReader reader, ShownPeople shown, ReadLogBook log)
    {
        var user = context.SignedIn();
        var filter = WorklistFilter.Of(FormState.Read(context.Request.Query), user);
        var model = reader.Read(filter, user);
        await log.Record(Entry(user, filter, shown.Newly(user.Id, model.Items.Select(i => i.Row.Person))));
        return new RazorComponentResult<WorklistRows>(new { Model = model });
    }

    private static ReadEntry Entry(CurrentUser user, WorklistFilter filter, IEnumerable<Guid> people) => ReadEntry.Of(
        user, "worklist", filter.Registers is [var only] ? only : Registers.None, ReadGround.None, "care", people);
}
