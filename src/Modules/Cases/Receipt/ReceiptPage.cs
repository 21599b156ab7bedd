using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Cases.Views;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Residents.Care;
using Yhteys.Residents.ReadLog;
using Yhteys.Residents.Vault;

namespace Yhteys.Cases;

/// <summary>The receipt of a contact: its number, what happens next, and what the law promises in this matter.</summary>
internal static class ReceiptPage
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/receipt/{number}", ShowResident).Needs(Rights.ResidentSelf);
        pages.MapGet("/contacts/recorded/{number}", ShowRecorder).Needs(Rights.ContactRecord);
    }

    private static async Task<IResult> ShowResident(
        string number, HttpContext context, Journal journal, ContentStore store, People people, OrganisationQueries organisation, ReadLogBook log, IClock clock)
    {
        var user = context.SignedIn();
        if (user.Person is not { } me || Find(journal, number) is not { } row || people.Find(row.Person) is not { } person)
            return TypedResults.NotFound();
        var sight = MatterSights.Of(row, me, person, clock.Today());
        if (sight == MatterSight.None) return TypedResults.NotFound();

        await log.Record(ReadEntry.Of(user, "receipt", row.Register, row.Person == me ? ReadGround.Own : ReadGround.None, "contact", row.Person));
        // Place and unit are hidden when the person is under non-disclosure: somebody may look over the shoulder.
        return Show(row, journal, ContentInUse.Of(store), person.NonDisclosure ? null : organisation.Unit(row.Unit), clock, sight == MatterSight.All, false);
    }

    private static async Task<IResult> ShowRecorder(
        string number, HttpContext context, Journal journal, ContentStore store, OrganisationQueries organisation, ReadLogBook log, IClock clock)
    {
        var user = context.SignedIn();
        if (Find(journal, number) is not { } row || journal.Stream(row.Matter)[0].Actor.Id != user.Id) return TypedResults.NotFound();
        await log.Record(ReadEntry.Of(user, "receipt", row.Register, ReadGround.None, "contact", row.Person));
        return Show(row, journal, ContentInUse.Of(store), organisation.Unit(row.Unit), clock, false, true);
    }

    private static MatterRow? Find(Journal journal, string number) => ReceiptNumber.Read(number) is { } read
        ? journal.Query<MatterRow>(v => $"select * from {v.Table<MatterRow>()} where number = @read", new { read }).SingleOrDefault()
        : null;

    private static RazorComponentResult<ReceiptView> Show(
        MatterRow row, Journal journal, ContentInUse content, UnitRow? unit, IClock clock, bool follows, bool recorder)
    {
        var today = clock.Today();
        var text = journal.Stream(row.Matter).Select(r => r.Event).OfType<ContactReceived>().First().Text;
        return new(new
        {
            Matter = row,
            Content = content,
            Unit = unit,
            Today = today,
            Clocks = MatterClocks.Of(row, content, today),
            Follows = follows,
            Recorder = recorder,
            RedFlag = RedFlagMatcher.Find(content.Content.RedFlags, journal.Keys.Open(text) ?? "").Count > 0,
        });
    }
}

/// <summary>The clocks of a matter as a page shows them.</summary>
internal static class MatterClocks
{
    public static IReadOnlyList<Clock> Of(MatterRow row, ContentInUse content, LocalDate today) =>
        [.. StatutoryClocks.Compute(row.Clock.ToFacts(), content.Rules, content.Settings)
            .Select(result => new Clock(result, result.StateOn(today)))
            .Where(clock => clock.State != ClockState.NotApplicable)
            .OrderBy(clock => clock.Result.Rule.Kind).ThenBy(clock => clock.Result.Rule.Phase).ThenBy(clock => clock.Rule, StringComparer.Ordinal)];
}
