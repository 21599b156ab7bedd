using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using NodaTime;
using Yhteys.Booking.Views;
using Yhteys.Calendar;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Ui;

namespace Yhteys.Booking;

/// <summary>Opens times: looks at what would come first, then opens each day by a command of its own, whole or not at all.</summary>
internal static class OpenTimesPage
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(BookingPages.OpenTimes, (HttpContext context, OrganisationQueries organisation, [AsParameters] Tools tools) =>
            View(context.SignedIn(), Filled(FormState.Read(context.Request.Query), tools.Clock), [], organisation, tools)).Needs(Rights.ScheduleOwn);
        pages.MapPost(BookingPages.OpenTimes, Open).Needs(Rights.ScheduleOwn);
    }

    private static async Task<IResult> Open(HttpContext context, OrganisationQueries organisation, [AsParameters] Tools tools, IStringLocalizer<Texts> texts)
    {
        var (user, form) = (context.SignedIn(), await FormState.Sent(context));
        if (user.Unit is not { } unit) return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        if (Read(form, user, organisation, texts) is not { } wished) return View(user, form, [], organisation, tools);
        if (!Scheduling.MayChange(user, organisation.Professional(wished.Professional))) return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        if (!form.Has("Step", "open")) return View(user, form, new SchedulePreview(tools, organisation).Of(wished, user), organisation, tools);

        var (done, days) = (0, new List<PreviewDay>());
        foreach (var (date, off) in wished.Days())
        {
            var refusal = off ? null : await OpenDay(wished, date, unit, form, user, tools);
            done += !off && refusal is null ? 1 : 0;
            days.Add(new(date, off, refusal is null ? null : tools.Refusals.Of(refusal), wished.Starts));
        }

        if (days.TrueForAll(d => d.Off))
        {
            form.Errors.Add("First", texts["Open.NoDay"]);
            return View(user, form, days, organisation, tools);
        }

        if (days.TrueForAll(d => d.Problem is null))
            return TypedResults.LocalRedirect($"{BookingPages.Schedule}?date={wished.First.Iso()}&opened={done}");
        form.Errors.Add(texts["Open.Partly", done, days.Count(d => d.Problem is not null)]);
        return View(user, form, days, organisation, tools);
    }

    /// <summary>Null when something in the form is wrong, also a choice that the form does not offer.</summary>
    private static TimesToOpen? Read(FormState form, CurrentUser user, OrganisationQueries organisation, IStringLocalizer<Texts> texts)
    {
        var wished = TimesToOpen.Read(form, texts);
        if (Guid.TryParse(form.Text("Professional"), out var who) && organisation.Professional(who) is null)
            form.Errors.Add("Professional", texts["Open.Error.Professional"]);
        if (form.Text("ServiceLine") is { } line && user.Unit is { } unit && organisation.Unit(unit)?.ServiceLines.Contains(line) != true)
            form.Errors.Add("ServiceLine", texts["Open.Error.Line"]);
        return form.Valid ? wished : null;
    }

    private static async Task<Refusal?> OpenDay(TimesToOpen wished, LocalDate date, Guid unit, FormState form, CurrentUser user, Tools tools)
    {
        var command = new OpenScheduleDay(unit, wished.Professional, wished.ServiceLine, date, wished.Starts, wished.Minutes);
        var line = tools.Content.Current.Services.Line(wished.ServiceLine);
        // A form that is sent twice opens each day once; with other times it is another wish.
        var id = form.CommandId is { } sent
            ? NamedId.Of($"{sent:N}{command.Day:N}{command.ServiceLine} {command.Minutes} {string.Join(' ', command.Starts.Select(SlotRow.Text))}")
            : Guid.NewGuid();
        return await tools.Journal.Handle(new Envelope(id, user.Actor, "schedule", [command.Day]), work => OpenScheduleDay.Decide(
            work.State<ScheduleDay>(command.Day), command, work.Row<ProfessionalRow>(command.Professional), work.Row<UnitRow>(unit), line, work.Context(command.Day)))
            is Outcome.Refused(var refusal) ? refusal : null;
    }

    private static IResult View(CurrentUser user, FormState form, IReadOnlyList<PreviewDay> days, OrganisationQueries organisation, Tools tools)
    {
        if (user.Unit is not { } id || organisation.Unit(id) is not { } unit) return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        var today = tools.Clock.Today();
        return new PageResult<OpenTimesView>(new
        {
            Form = form,
            Days = days,
            Unit = unit,
            Professionals = organisation.Professionals().Where(p => p.WorksAtFrom(id, today) && Scheduling.MayChange(user, p)).Select(p => new Option(p.Professional.ToString(), p.Name)).ToList(),
        })
        { StatusCode = form.Status };
    }

    /// <summary>A new form begins with an ordinary week of ordinary days.</summary>
    private static FormState Filled(FormState asked, IClock clock)
    {
        var monday = clock.Today().Next(IsoDayOfWeek.Monday);
        var form = FormState.Read(new Dictionary<string, Microsoft.Extensions.Primitives.StringValues>(StringComparer.Ordinal)
        {
            ["First"] = Typed.Text(monday),
            ["Last"] = Typed.Text(monday.PlusDays(4)),
            ["Days"] = new[] { "1", "2", "3", "4", "5" },
            ["FirstTime"] = "8.00",
            ["LastTime"] = "15.00",
            ["Minutes"] = "30",
            ["BreakFrom"] = "11.00",
            ["BreakTo"] = "11.30",
        });
        if (asked.Text("Professional") is { } who)
            form["Professional"] = who;
        return form;
    }
}

/// <summary>Who may open and close whose times.</summary>
internal static class Scheduling
{
    /// <summary>A unit manager those of the unit's professionals; each their own.</summary>
    public static bool MayChange(CurrentUser user, ProfessionalRow? professional) => professional is not null
        && (professional.Professional == user.Id
            || (user.May(Rights.ScheduleManage) && professional.Roles.Any(r => r.Unit == user.Unit)));
}
