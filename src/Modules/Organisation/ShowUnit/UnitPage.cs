using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using NodaTime;
using Yhteys.Kernel;
using Yhteys.Organisation.Views;
using Yhteys.Ui;

namespace Yhteys.Organisation;

/// <summary>A unit: what it does, when and where, what depends on it, and how it has been changed.</summary>
internal static class UnitPage
{
    private const string Path = OrganisationPages.Units + "/{unit:guid}";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, (Guid unit, string? changed, [AsParameters] Upkeep upkeep, OrganisationHistory history) => Show(unit, new(), upkeep, history, changed)).Needs(Rights.OrganisationManage);
        pages.MapPost(Path + "/details", ChangeDetails).Needs(Rights.OrganisationManage);
        pages.MapPost(Path + "/lines", ChangeLines).Needs(Rights.OrganisationManage);
        pages.MapPost(Path + "/address", SetAddress).Needs(Rights.OrganisationManage);
        pages.MapPost(Path + "/hours", SetHours).Needs(Rights.OrganisationManage);
        pages.MapPost(Path + "/day", SetDay).Needs(Rights.OrganisationManage);
        pages.MapPost(Path + "/day-remove", RemoveDay).Needs(Rights.OrganisationManage);
        pages.MapPost(Path + "/close", Close).Needs(Rights.OrganisationManage);
        pages.MapPost(Path + "/reopen", Reopen).Needs(Rights.OrganisationManage);
    }

    private static IResult Show(Guid unit, FormState form, Upkeep upkeep, OrganisationHistory history, string? changed = null)
    {
        // The stream first: what is read after it is never older than the version that the page tells.
        var stream = upkeep.Journal.Stream(unit);
        if (upkeep.Organisation.Unit(unit) is not { } row) return TypedResults.NotFound();
        var workers = upkeep.Organisation.Professionals().Where(p => p.WorksAt(unit, upkeep.Today)).ToList();
        return new PageResult<UnitView>(new
        {
            Unit = row,
            stream[^1].Version,
            Form = form,
            Changed = changed,
            upkeep.Today,
            Workers = workers.Count,
            Managed = workers.Exists(p => p.Holds(Roles.UnitManager, unit, upkeep.Today)),
            Open = upkeep.Load.OpenIn(unit),
            OnlyHere = LineCover.OnlyAt(unit, row.ServiceLines, upkeep.Organisation.Units()).ToHashSet(StringComparer.Ordinal),
            History = history.Of(stream),
        })
        { StatusCode = form.Status };
    }

    private static async Task<IResult> ChangeLines(Guid unit, HttpContext context, [AsParameters] Upkeep upkeep, OrganisationHistory history, IStringLocalizer<Texts> texts)
    {
        var form = await FormState.Sent(context, "lines");
        var command = new ChangeServiceLines(unit, UnitForm.Lines(form, upkeep.Codes, texts), form.Has("Sure", "true"), form.Seen);
        return await Answer(unit, form, context, upkeep, history, work => ChangeServiceLines.Decide(
            work.State<UnitState>(unit), command, upkeep.Codes, Units(work), upkeep.Today));
    }

    private static async Task<IResult> ChangeDetails(Guid unit, HttpContext context, [AsParameters] Upkeep upkeep, OrganisationHistory history, IStringLocalizer<Texts> texts)
    {
        var form = await FormState.Sent(context, "details");
        var (name, phone) = UnitForm.Details(form, texts);
        var command = new ChangeUnitDetails(unit, name, phone, form.Has("AlwaysStaffed", "true"), form.Seen);
        return await Answer(unit, form, context, upkeep, history, work => ChangeUnitDetails.Decide(work.State<UnitState>(unit), command, Units(work), Professionals(work), upkeep.Today));
    }

    private static async Task<IResult> SetAddress(Guid unit, HttpContext context, [AsParameters] Upkeep upkeep, OrganisationHistory history, IStringLocalizer<Texts> texts)
    {
        var form = await FormState.Sent(context, "address");
        var command = new SetUnitAddress(unit, UnitForm.Address(form, texts), form.Seen);
        return await Answer(unit, form, context, upkeep, history, work => SetUnitAddress.Decide(work.State<UnitState>(unit), command, upkeep.Today));
    }

    private static async Task<IResult> SetHours(Guid unit, HttpContext context, [AsParameters] Upkeep upkeep, OrganisationHistory history, IStringLocalizer<Texts> texts)
    {
        var (form, spans) = (await FormState.Sent(context, "hours"), new List<OpenSpan>());
        foreach (var day in HoursText.Weekdays)
            if (HoursText.Read(form.Text(UnitView.HoursField(day)), day) is not { } read)
                form.Errors.Add(UnitView.HoursField(day), texts["Hours.Wrong", HoursText.Name(day)]);
            else if (SetOpeningHours.Refused(read) is { } refusal)
                upkeep.Refuse(form, UnitView.HoursField(day), refusal);
            else
                spans.AddRange(read);
        if (form.Valid && spans.Count == 0)
            form.Errors.Add(UnitView.HoursField(IsoDayOfWeek.Monday), texts["Hours.Missing"]);
        var command = new SetOpeningHours(unit, new(spans, form.Has("OnHolidays", "true")), form.Seen);
        return await Answer(unit, form, context, upkeep, history, work => SetOpeningHours.Decide(work.State<UnitState>(unit), command, upkeep.Today));
    }

    private static async Task<IResult> SetDay(Guid unit, HttpContext context, [AsParameters] Upkeep upkeep, OrganisationHistory history, IStringLocalizer<Texts> texts)
    {
        var form = await FormState.Sent(context, "day");
        form.Require("OnDay", texts["Hours.DayMissing"]);
        var day = form.Date("OnDay", texts["DayWrong"]);
        var spans = HoursText.Read(form.Text("DayHours"), day?.DayOfWeek ?? IsoDayOfWeek.Monday);
        if (form.Has("Closed", "true") == (form.Text("DayHours") is not null))
            form.Errors.Add("DayHours", texts["Hours.DayOneOf"]);
        else if (spans is null)
            form.Errors.Add("DayHours", texts["Hours.DayWrong"]);
        else if (SetOpeningHours.Refused(spans) is { } refusal)
            upkeep.Refuse(form, "DayHours", refusal);
        return await Answer(unit, form, context, upkeep, history, work => SetDayHours.Decide(work.State<UnitState>(unit), new(unit, day!.Value, spans!, form.Seen), upkeep.Today));
    }

    private static async Task<IResult> RemoveDay(Guid unit, HttpContext context, [AsParameters] Upkeep upkeep, OrganisationHistory history, IStringLocalizer<Texts> texts)
    {
        var form = await FormState.Sent(context, "day-remove");
        form.Require("OnDay", texts["Hours.DayMissing"]);
        var day = form.Date("OnDay", texts["DayWrong"]);
        return await Answer(unit, form, context, upkeep, history, work => RemoveDayHours.Decide(work.State<UnitState>(unit), new(unit, day!.Value, form.Seen), upkeep.Today));
    }

    private static async Task<IResult> Close(Guid unit, HttpContext context, [AsParameters] Upkeep upkeep, OrganisationHistory history, IStringLocalizer<Texts> texts)
    {
        var form = await FormState.Sent(context, "close");
        form.Require("LastDay", texts["Unit.LastDayMissing"]);
        var last = form.Date("LastDay", texts["DayWrong"]);
        return await Answer(unit, form, context, upkeep, history, work => CloseUnit.Decide(
            work.State<UnitState>(unit), new(unit, last!.Value, form.Seen), upkeep.Codes, Units(work), Professionals(work), upkeep.Load.OpenIn(unit, work), upkeep.Today,
            upkeep.Times.After(unit, last.Value, work)));
    }

    private static async Task<IResult> Reopen(Guid unit, HttpContext context, [AsParameters] Upkeep upkeep, OrganisationHistory history)
    {
        var form = await FormState.Sent(context, "reopen");
        return await Answer(unit, form, context, upkeep, history, work => ReopenUnit.Decide(work.State<UnitState>(unit), new(unit, form.Seen), Units(work), upkeep.Today));
    }

    private static async Task<IResult> Answer(Guid unit, FormState form, HttpContext context, Upkeep upkeep, OrganisationHistory history, Func<Work, Decision> decide) =>
        upkeep.Organisation.Unit(unit) is not null && form.Valid && await upkeep.Send(form, context, unit, decide, Renew(unit, form, upkeep)) is not null
            ? TypedResults.LocalRedirect($"{OrganisationPages.Unit(unit)}?changed={form.Prefix}")
            : Show(unit, form, upkeep, history);

    private static IReadOnlyList<UnitRow> Units(Work work) => work.Query<UnitRow>(v => $"select * from {v.Table<UnitRow>()}");

    private static IReadOnlyList<ProfessionalRow> Professionals(Work work) => work.Query<ProfessionalRow>(v => $"select * from {v.Table<ProfessionalRow>()}");

    private static Action<long> Renew(Guid unit, FormState form, Upkeep upkeep) =>
        version => form.Renew(version, UnitFields.Of(form.Prefix, upkeep.Organisation.Unit(unit)!), form.Prefix == "address" ? UnitFields.OfAddress : []);
}
