using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Yhteys.Access;
using Yhteys.Cases;
using Yhteys.Cases.Views;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Ui;

namespace Yhteys.Assessment;

/// <summary>One address for each kind of recording, with its own right; they share the form.</summary>
internal static class FactPages
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        foreach (var kind in FactKinds.All.Where(k => k.Decide is not null))
        {
            var path = $"/matters/{{id:guid}}/facts/{kind.Code}";
            pages.MapGet(path, (Guid id, HttpContext context, [AsParameters] Tools tools) => Open(id, kind, context, tools)).Needs(kind.Right);
            pages.MapPost(path, (Guid id, HttpContext context, [AsParameters] Tools tools) => Record(id, kind, context, tools)).Needs(kind.Right);
        }
    }

    private static async Task<IResult> Open(Guid id, FactKind kind, HttpContext context, Tools tools)
    {
        var user = context.SignedIn();
        if (Found(id, kind, tools) is not var (matter, recording)) return TypedResults.NotFound();
        if (!tools.MayHandle(user, matter, kind.Right)) return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        // The page of a closed matter says that it is, and how it is opened again.
        if (!matter.Open) return TypedResults.LocalRedirect(MatterAddress.Of(id));
        await tools.Read(user, matter);
        return Show(matter, recording, new FormState { ["Choice"] = context.Request.Query["choice"].FirstOrDefault() });
    }

    private static async Task<IResult> Record(Guid id, FactKind kind, HttpContext context, Tools tools)
    {
        var user = context.SignedIn();
        var form = await FormState.Sent(context);
        if (tools.Journal.Find<MatterRow>(id) is { } there && !tools.MayHandle(user, there, kind.Right)) return await tools.Journal.Closed(form.Envelope(user, "care", id), form);
        // On another service line it is not recorded.
        if (Found(id, kind, tools) is not var (matter, recording)) return ClosedMatter.PassedOn(form, MatterAddress.List, StatusCodes.Status404NotFound);
        var (happened, input, content) = (tools.HappenedAt(form), Read(form, tools), tools.Content);
        foreach (var one in matter.Open ? kind.Missing?.Invoke(input) ?? [] : [])
            tools.Add(form, one);
        // Somebody who is not on the list is refused, never taken for oneself.
        var doer = form.Text("By") is not { } said ? user.Id : Guid.TryParse(said, out var by) ? by : Guid.Empty;
        if (form.Valid && await tools.Send(form, user, id, "care", happened, work => RecordFact.Decide(
                work.State<Matter>(id), work.State<MatterFacts>(id), new(id, kind.Code, input), content, Doer(work, doer, user), Calendars(work, kind, input),
                work.Context(id), AssessmentPages.Born(work, id))) is { } done)
            return TypedResults.LocalRedirect(CasesPages.Done(id, done));
        matter = tools.Again(form, id, now => Shown(kind, recording, now));
        await tools.Read(user, matter);
        return Show(matter, recording, form);
    }

    /// <summary>What the form shows beforehand: what is known of the client, of that which it asks.</summary>
    internal static IReadOnlyList<ShownField> Shown(FactKind kind, Recording recording, MatterRow matter) => kind.Asks(FactFields.Flags)
        ? [new("Flags", string.Join(' ', matter.Clock.Subject.Reasons.Where((recording.Choices ?? kind.Choices).Contains)), Several: true)]
        : [];

    private static (MatterRow Matter, Recording Recording)? Found(Guid id, FactKind kind, Tools tools) =>
        tools.Journal.Find<MatterRow>(id) is { } matter && RecordingBook.Of(tools.Store.Current).Find(kind.Code, matter.ServiceLine) is { } recording
            ? (matter, recording)
            : null;

    private static FactInput Read(FormState form, Tools tools) => new(
        form.Text("Choice"), form.All("Flags"), form.Date("OtherDay", tools.Texts["DayWrong"]), form.Text("Words"), Note: form.Text("Note"), Rule: form.Text("Rule"));

    /// <summary>Somebody else's work is recorded only for those of one's own unit.</summary>
    internal static ProfessionalRow? Doer(Work work, Guid doer, CurrentUser user) =>
        work.Row<ProfessionalRow>(doer) is { } found && MayBe(found, user) ? found : null;

    /// <summary>Whose work the user may record: one's own and that of one's unit.</summary>
    internal static bool MayBe(ProfessionalRow doer, CurrentUser user) => doer.Professional == user.Id || doer.Roles.Any(r => r.Unit == user.Unit);

    private static IReadOnlyList<SchoolCalendarRow> Calendars(Work work, FactKind kind, FactInput input) => !kind.Asks(FactFields.Municipality)
        ? []
        : SchoolYears(work, School.Of(input.Choice ?? ""));

    private static IReadOnlyList<SchoolCalendarRow> SchoolYears(Work work, School school) => work.Query<SchoolCalendarRow>(
        v => $"select * from {v.Table<SchoolCalendarRow>()} where municipality = @municipality and coalesce(provider, '') = @provider order by firstday", new { municipality = school.Municipality, provider = school.Provider ?? "" });

    private static PageResult<FactView> Show(MatterRow matter, Recording recording, FormState form) =>
        new(new { Matter = matter, Recording = recording, Form = form }) { StatusCode = form.Status };
}
