using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Yhteys.Organisation.Municipalities;
using Yhteys.Organisation.Views;
using Yhteys.Ui;

namespace Yhteys.Organisation;

/// <summary>The school years of the municipalities and of the other providers there: a list, and one to add or change.</summary>
internal static class SchoolYearsPage
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(OrganisationPages.SchoolYears, List).Needs(Rights.OrganisationManage);
        pages.MapGet(OrganisationPages.NewSchoolYear, Open).Needs(Rights.OrganisationManage);
        pages.MapPost(OrganisationPages.NewSchoolYear, Save).Needs(Rights.OrganisationManage);
    }

    private static PageResult<SchoolYearsView> List(string? changed, [AsParameters] Upkeep upkeep)
    {
        var municipalities = UnitForm.Municipalities(upkeep.Content.Current.County, upkeep.Frame.Language);
        var others = upkeep.Organisation.OtherSchools();
        var schools = municipalities.SelectMany(m => others.Where(school => school.Municipality == m.Value).Prepend(new(m.Value)))
            .Select(school => (School: school, Years: upkeep.Organisation.SchoolCalendars(school.Municipality, school.Provider))).ToList();
        return new(new
        {
            Rows = schools.SelectMany(s => s.Years.Reverse()).ToList(),
            // Another provider only in the year after its last one: it may have ended.
            Missing = schools.Where(s => !s.Years.Any(y => y.LastDay >= upkeep.Today) && (s.School.Provider is null || s.Years.Any(y => y.LastDay.PlusYears(1) >= upkeep.Today)))
                .Select(s => SchoolYearsView.Name(MunicipalityRegister.Name(s.School.Municipality, upkeep.Frame.Language), s.School.Provider)).ToList(),
            Saved = changed is "saved",
        });
    }

    private static IResult Open(string? municipality, string? provider, string? year, [AsParameters] Upkeep upkeep, OrganisationHistory history)
    {
        var form = new FormState();
        if (municipality is null || year is null)
            return Show(form, upkeep, history);
        if (MunicipalityRegister.Find(municipality) is null)
            return TypedResults.NotFound();
        // The stream first: what is read after it is never older than the version that the page tells.
        var version = upkeep.Journal.Stream(SetSchoolCalendar.StreamOf(municipality, provider)) is [.., var newest] ? newest.Version : 0;
        if (Year(municipality, provider, year, upkeep) is not { } row)
            return TypedResults.NotFound();
        SchoolYearForm.Fill(form, row, version);
        return Show(form, upkeep, history);
    }

    private static async Task<IResult> Save(HttpContext context, [AsParameters] Upkeep upkeep, OrganisationHistory history, IStringLocalizer<Texts> texts)
    {
        var form = await FormState.Sent(context);
        var municipalities = UnitForm.Municipalities(upkeep.Content.Current.County, upkeep.Frame.Language);
        if (SchoolYearForm.Read(form, municipalities, upkeep, texts) is { } command && SetSchoolCalendar.StreamOf(command.Municipality, command.Provider) is var stream
            && await upkeep.Send(form, context, stream, work => SetSchoolCalendar.Decide(work.State<SchoolCalendarState>(stream), command), Renew(form, command, upkeep, texts)) is not null)
            return TypedResults.LocalRedirect(OrganisationPages.SchoolYears + "?changed=saved");
        return Show(form, upkeep, history);
    }

    private static Action<long> Renew(FormState form, SetSchoolCalendar command, Upkeep upkeep, IStringLocalizer<Texts> texts) => version =>
    {
        if (Year(command.Municipality, command.Provider, command.Replaces, upkeep) is { } now && SchoolYearForm.Renew(form, now, version) is [_, ..] more)
            form.Errors.Add(texts["SchoolYear.TooManyBreaks", SchoolYearForm.MostRows, string.Join(", ", more.Select(b => b.Name))]);
    };

    private static SchoolCalendarRow? Year(string municipality, string? provider, string? year, Upkeep upkeep) => upkeep.Organisation.SchoolCalendars(municipality, provider).FirstOrDefault(y => y.SchoolYear == year);

    private static PageResult<SchoolYearView> Show(FormState form, Upkeep upkeep, OrganisationHistory history)
    {
        var municipalities = UnitForm.Municipalities(upkeep.Content.Current.County, upkeep.Frame.Language);
        // A year that is changed has a past; one that is added has none to have seen.
        var past = form.Text("Replaces") is not null && municipalities.FirstOrDefault(m => m.Value == form.Text("Municipality")) is { } of
            ? upkeep.Journal.Stream(SetSchoolCalendar.StreamOf(of.Value, form.Text("Provider"))) : [];
        return new(new
        {
            Form = form,
            Municipalities = municipalities,
            Now = form.Valid ? null : Year(form.Text("Municipality") ?? "", form.Text("Provider"), form.Text("Replaces"), upkeep),
            History = history.Of(past),
        })
        { StatusCode = form.Status };
    }
}
