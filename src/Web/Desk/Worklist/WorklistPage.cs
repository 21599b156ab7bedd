using NodaTime;
using Yhteys.Access;
using Yhteys.Access.Board;
using Yhteys.Calendar;
using Yhteys.Cases;
using Yhteys.Cases.Views;
using Yhteys.Content;
using Yhteys.Kernel;
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

    private static IResult Show(
        HttpContext context, WorklistReader reader, Journal journal, ShownPeople shown, ReadLogBook log, OrganisationQueries organisation, ContentStore content, PageFrame frame, BoardAsking asking)
    {
        var (user, form) = (context.SignedIn(), FormState.Read(context.Request.Query));
        var unknown = NoSuchUnit(form, organisation);
        if (unknown) form["unit"] = null;
        var filter = WorklistFilter.Of(form, user, Own(user, organisation));
        // What one has taken is of all units, and the form keeps the unit that it had.
        form["unit"] = form.Text("unit") ?? user.Unit?.ToString() ?? WorklistFilter.AllUnits;
        var model = reader.Read(filter, user, form.Text("refused"));
        var taken = Guid.TryParse(form.Text("taken"), out var id) && journal.Find<WorklistRow>(id) is { } row && row.Handler == user.Id ? row : null;
        var logged = Log(log, shown, user, filter, [.. Shown(model), .. taken is null ? Array.Empty<(Guid, bool)>() : [(taken.Person, taken.Unreleased)]]);
        return new PageResult<WorklistView>(new
        {
            Model = model,
            Form = form,
            UnitUnknown = unknown,
            Left = form.Text("left") is not null,
            Taken = taken,
            Past = asking.First < model.Today ? PastOf(form, filter, model.Today.PlusDays(-1)) : null,
            Units = organisation.Units().Select(u => new Option(u.Unit.ToString(), u.Name.In(frame.Language))).ToList(),
            Lines = content.Current.Services.Lines.Where(l => filter.Registers.Contains(l.Register))
                .Select(l => new Option(l.Id, l.Name.In(frame.Language))).ToList(),
        })
        { SentAfter = logged };
    }

    private static PageResult<WorklistRows> Refresh(
        HttpContext context, WorklistReader reader, ShownPeople shown, ReadLogBook log, OrganisationQueries organisation)
    {
        var user = context.SignedIn();
        var form = FormState.Read(context.Request.Query);
        if (NoSuchUnit(form, organisation)) form["unit"] = null;
        var filter = WorklistFilter.Of(form, user, Own(user, organisation));
        var model = reader.Read(filter, user);
        return new PageResult<WorklistRows>(new { Model = model }) { SentAfter = Log(log, shown, user, filter, shown.Unseen(context.Request, user.Id, Shown(model))) };
    }

    private static string PastOf(FormState form, WorklistFilter filter, LocalDate day) => AccessModule.BoardList + QueryString.Create(new Dictionary<string, string?>
    {
        [BoardAsked.On] = day.Iso(),
        ["unit"] = form.Text("unit"),
        ["line"] = filter.Line,
    }.Where(p => p.Value is not null));

    private static bool NoSuchUnit(FormState form, OrganisationQueries organisation) =>
        form.Text("unit") is { } asked and not WorklistFilter.AllUnits && (!Guid.TryParse(asked, out var unit) || organisation.Unit(unit) is null);

    private static UnitRow? Own(CurrentUser user, OrganisationQueries organisation) => user.Unit is { } unit ? organisation.Unit(unit) : null;

    private static IEnumerable<(Guid Person, bool Unreleased)> Shown(WorklistModel model) =>
        [.. model.Items.Where(i => i.Ours).Select(i => (i.Row.Person, i.Row.Unreleased)), .. model.News.Select(m => (m.Person, m.Unreleased()))];

    private static async Task Log(ReadLogBook log, ShownPeople shown, CurrentUser user, WorklistFilter filter, IEnumerable<(Guid Person, bool Unreleased)> people)
    {
        await log.Record(people, some => ReadEntry.Of(user, "worklist", filter.Registers is [var only] ? only : Registers.None, ReadGround.None, "care", some));
        // Not before: whom a failed entry should have told of must be told of the next time.
        shown.Seen(user.Id, people);
    }
}
