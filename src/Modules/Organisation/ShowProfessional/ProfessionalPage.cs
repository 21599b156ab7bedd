using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Yhteys.Kernel;
using Yhteys.Organisation.Views;
using Yhteys.Ui;

namespace Yhteys.Organisation;

/// <summary>A professional: roles at units, what depends on them, and how they have been changed.</summary>
internal static class ProfessionalPage
{
    private const string Path = OrganisationPages.Professionals + "/{professional:guid}";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, (Guid professional, string? changed, HttpContext context, [AsParameters] Upkeep upkeep, OrganisationHistory history, IStringLocalizer<Texts> texts) =>
            Show(professional, new(), context, upkeep, history, texts, changed)).Needs(Rights.OrganisationManage);
        pages.MapPost(Path + "/grant", Grant).Needs(Rights.OrganisationManage);
        pages.MapPost(Path + "/end", End).Needs(Rights.OrganisationManage);
    }

    private static IResult Show(Guid professional, FormState form, HttpContext context, Upkeep upkeep, OrganisationHistory history, IStringLocalizer<Texts> texts, string? changed = null)
    {
        // First what is later the version that the page tells: what comes between is then refused as new.
        var stream = upkeep.Journal.Stream(professional);
        if (upkeep.Organisation.Professional(professional) is not { } row) return TypedResults.NotFound();
        return new PageResult<ProfessionalView>(new
        {
            Professional = row,
            stream[^1].Version,
            Form = form,
            Oneself = professional == context.SignedIn().Id,
            Changed = changed,
            upkeep.Today,
            Units = UnitOptions(upkeep.Organisation.Units(), upkeep, texts),
            Choices = Choices(upkeep, texts),
            Taken = upkeep.Load.TakenBy(professional),
            OnlyManagerOf = row.Roles.Where(r => r is { Role: Roles.UnitManager, LastDay: null } && EndRole.LastOf(professional, r.Unit, r.Role, upkeep.Today, upkeep.Organisation.Professionals())).Select(r => r.Unit).ToHashSet(),
            History = history.Of(stream),
        })
        { StatusCode = form.Status };
    }

    private static async Task<IResult> Grant(Guid professional, HttpContext context, [AsParameters] Upkeep upkeep, OrganisationHistory history, IStringLocalizer<Texts> texts)
    {
        var form = await FormState.Sent(context, "grant");
        var unit = form.Chosen("Unit", Choices(upkeep, texts), texts["Role.ChooseUnit"]);
        var role = form.Chosen("Role", ProfessionalView.RoleOptions(texts), texts["Role.ChooseRole"]);
        form.Require("FirstDay", texts["Role.FirstDayMissing"]);
        var first = form.Date("FirstDay", texts["DayWrong"]);
        return await Answer(professional, form, context, upkeep, history, texts, work => GrantRole.Decide(
            work.State<ProfessionalState>(professional), new(professional, Guid.Parse(unit!), role!, first!.Value, form.Seen), upkeep.Today, work.Row<UnitRow>(Guid.Parse(unit!)), work.Context(professional).Actor.Id));
    }

    private static async Task<IResult> End(Guid professional, HttpContext context, [AsParameters] Upkeep upkeep, OrganisationHistory history, IStringLocalizer<Texts> texts)
    {
        var form = await FormState.Sent(context, "end");
        // Whether the role is held is asked in the journal, so that a form sent twice gets its first answer.
        var held = ProfessionalView.Read(form.Text("Role"));
        if (held is null)
            form.Errors.Add("Role", texts["Role.ChooseHeld"]);
        form.Require("LastDay", texts["Role.LastDayMissing"]);
        var last = form.Date("LastDay", texts["DayWrong"]);
        return await Answer(professional, form, context, upkeep, history, texts, work => EndRole.Decide(
            work.State<ProfessionalState>(professional), new(professional, held!.Value.Unit, held.Value.Role, last!.Value, form.Seen),
            work.Query<ProfessionalRow>(v => $"select * from {v.Table<ProfessionalRow>()}"), work.Query<UnitRow>(v => $"select * from {v.Table<UnitRow>()}"), upkeep.Today));
    }

    private static async Task<IResult> Answer(
        Guid professional, FormState form, HttpContext context, Upkeep upkeep, OrganisationHistory history, IStringLocalizer<Texts> texts, Func<Work, Decision> decide) =>
        upkeep.Organisation.Professional(professional) is not null && form.Valid && await upkeep.Send(form, context, professional, decide) is not null
            ? TypedResults.LocalRedirect($"{OrganisationPages.Professional(professional)}?changed={form.Prefix}")
            : Show(professional, form, context, upkeep, history, texts);

    /// <summary>Where a role may be granted.</summary>
    private static IReadOnlyList<Option> Choices(Upkeep upkeep, IStringLocalizer<Texts> texts) => UnitOptions(upkeep.Organisation.Units().Where(u => u.GoesOn(upkeep.Today)), upkeep, texts);

    private static IReadOnlyList<Option> UnitOptions(IEnumerable<UnitRow> units, Upkeep upkeep, IStringLocalizer<Texts> texts) =>
    [
        new(Roles.WholeCounty.ToString(), texts["WholeCounty"]),
        .. UnitsPage.InOrder(units, upkeep.Frame.Language).Select(u => new Option(u.Unit.ToString(), u.Name.In(upkeep.Frame.Language))),
    ];
}
