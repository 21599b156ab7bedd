using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Yhteys.Booking.Views;
using Yhteys.Calendar;
using Yhteys.Cases;
using Yhteys.Cases.Views;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Residents.Care;
using Yhteys.Residents.ReadLog;
using Yhteys.Ui;

namespace Yhteys.Booking;

/// <summary>The appointments of one day, of the unit or of one professional, to mark who came. A person under non-disclosure has no name in a list.</summary>
internal static class DayListPage
{
    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet(BookingPages.Day, Show).Needs(Rights.AppointmentOffer);

    private static async Task<IResult> Show(HttpContext context, [AsParameters] Tools tools, OrganisationQueries organisation, IStringLocalizer<Texts> texts)
    {
        var (user, form) = (context.SignedIn(), FormState.Read(context.Request.Query));
        if (user.Unit is not { } unit || (form.Text("Unit") is { } asked && asked != unit.ToString())) return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        var today = tools.Clock.Today();
        var typed = form.Date("Date", texts["Open.Error.Day"]);
        // A link has the day in another form than the field asks for.
        if (typed is { } read) form["Date"] = Typed.Text(read);
        var date = typed ?? today;
        var ofUnit = tools.Journal.Query<AppointmentRow>(
            v => $"select * from {v.Table<AppointmentRow>()} where unit = @unit and date = @date and status not in ('declined', 'cancelled', 'lapsed') order by start, appointment",
            new { unit, date }).Where(r => user.May(Rights.AppointmentOffer, r.Register)).ToList();
        var (matters, own) = (MattersOf(ofUnit, tools), tools.Reach.UnitOf(user));
        // A matter may have become child welfare's after its time was booked.
        var all = ofUnit.Where(r => matters.TryGetValue(r.Matter, out var matter) && MatterAccess.MayComeNear(user.Role, matter.ServiceLine, own)).ToList();
        var who = Guid.TryParse(form.Text("Professional"), out var professional) ? professional : (Guid?)null;
        var rows = all.Where(r => who is null || r.Professional == who).ToList();
        var people = tools.People.Find([.. rows.Select(r => r.Person).Distinct()]).ToDictionary(p => p.Person);
        var names = tools.People.NamesOf([.. people.Values.Where(p => !p.NonDisclosure).Select(p => p.Person)]);
        foreach (var register in rows.GroupBy(r => r.Register, StringComparer.Ordinal))
            await tools.Log.Record(
                register.Select(r => (r.Person, matters[r.Matter].Unreleased())),
                shown => ReadEntry.Of(user, "schedule", register.Key, ReadGround.CareRelation, "care", shown));
        var professionals = organisation.Professionals().ToDictionary(p => p.Professional, p => p.Name);
        return new PageResult<DayListView>(new
        {
            Date = date,
            Today = today,
            Chosen = form,
            Who = who,
            Professionals = all.Select(r => r.Professional).Append(user.Id).Distinct().Where(professionals.ContainsKey)
                .Select(p => new Option(p.ToString(), professionals[p])).OrderBy(o => o.Text, StringComparer.Ordinal).ToList(),
            Rows = rows.Select(r => new DayListRow(r, names.GetValueOrDefault(r.Person)?.Full, professionals.GetValueOrDefault(r.Professional, "–"))).ToList(),
        })
        { StatusCode = form.Status };
    }

    private static Dictionary<Guid, MatterRow> MattersOf(IReadOnlyList<AppointmentRow> rows, Tools tools)
    {
        List<Guid> ids = [.. rows.Select(r => r.Matter).Distinct()];
        return ids.Count == 0 ? [] : tools.Journal.Query<MatterRow>(v => $"select * from {v.Table<MatterRow>()} where matter in @ids", new { ids }).ToDictionary(m => m.Matter);
    }
}

/// <summary>An appointment of the day.</summary>
/// <param name="Name">Null under non-disclosure.</param>
public sealed record DayListRow(AppointmentRow Row, string? Name, string Professional);
