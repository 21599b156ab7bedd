using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using NodaTime;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Residents.Care;
using Yhteys.Residents.ReadLog;
using Yhteys.Residents.Vault;
using Yhteys.Ui;

namespace Yhteys.Residents;

/// <summary>The auditor's view: who has looked at what, withheld entries too; by person only with the code typed into a form.</summary>
internal static class ReadLogPage
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(ResidentPages.ReadLog, (HttpContext context, ReadLogQueries queries, OrganisationQueries organisation, IStringLocalizer<Texts> texts) =>
            Show(FormState.Read(context.Request.Query), null, queries, organisation, texts)).Needs(Rights.ReadLogAudit);
        pages.MapPost(ResidentPages.ReadLog, OfPerson).Needs(Rights.ReadLogAudit);
    }

    private static async Task<IResult> OfPerson(
        HttpContext context, People people, ReadLogQueries queries, ReadLogBook log, OrganisationQueries organisation, IStringLocalizer<Texts> texts)
    {
        var form = await FormState.Sent(context);
        var code = form.Require("Code", texts["Hetu.Empty"]);
        var row = code is null ? null : people.FindByCode(code);
        if (code is not null && row is null) form.Errors.Add("Code", texts["PersonNotFound"]);
        if (row is not null) await log.Record(ReadEntry.Of(context.SignedIn(), "read_log", Registers.None, ReadGround.None, "audit", row.Person));
        return Show(form, row is null ? null : new(row.Person, people.NameOf(row)?.Full ?? ""), queries, organisation, texts);
    }

    private static PageResult<ReadLogView> Show(
        FormState form, AuditedPerson? person, ReadLogQueries queries, OrganisationQueries organisation, IStringLocalizer<Texts> texts)
    {
        var (from, to) = (form.Date("FromDay", texts["DayWrong"]), form.Date("ToDay", texts["DayWrong"]));
        var rows = !form.Valid ? [] : queries.Audit(new(
            from?.AtStartOfDayInZone(Fi.Helsinki).ToInstant(), to?.PlusDays(1).AtStartOfDayInZone(Fi.Helsinki).ToInstant(), person?.Person,
            Unit: Guid.TryParse(form.Text("Unit"), out var unit) ? unit : null, Flagged: form.Has("Flagged", "true"),
            Before: long.TryParse(form.Text("Before"), System.Globalization.CultureInfo.InvariantCulture, out var before) ? before : null));
        return new(new
        {
            Form = form,
            Person = person,
            Rows = rows,
            Units = organisation.Units(),
            Professionals = organisation.Professionals().ToDictionary(p => p.Professional, p => p.Name),
            Before = rows.Count == ReadLogQueries.PageSize ? rows[^1].Seq : (long?)null,
        })
        { StatusCode = form.Status };
    }
}

/// <summary>The person whose entries are shown.</summary>
public sealed record AuditedPerson(Guid Person, string Name);
