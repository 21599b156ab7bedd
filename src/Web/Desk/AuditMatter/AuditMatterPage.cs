using Microsoft.Extensions.Localization;
using NodaTime;
using Yhteys.Access.Clocks.Explain;
using Yhteys.Assessment;
using Yhteys.Cases.Views;
using Yhteys.Cases;
using Yhteys.Kernel;
using Yhteys.Organisation.Views;
using Yhteys.Organisation;
using Yhteys.Residents.Care;
using Yhteys.Residents.ReadLog;
using Yhteys.Ui;
using Yhteys.Web.Desk.OpenMatter;

namespace Yhteys.Web.Desk.AuditMatter;

/// <summary>
/// The auditor's history of a matter: who changed it and who has read of its persons, without what was written. The number is typed
/// into a form, never in an address.
/// </summary>
internal static class AuditMatterPage
{
    public const string Path = "/audit/matter";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, (NotifierOpenings openings) => Show(new(), null, openings)).Needs(Rights.ReadLogAudit);
        pages.MapPost(Path, Find).Needs(Rights.ReadLogAudit);
    }

    private static async Task<IResult> Find(
        HttpContext context, Journal journal, OrganisationQueries organisation, ReadLogQueries queries, ReadLogBook log, IStringLocalizer<DeskTexts> texts, PageFrame frame, NotifierOpenings openings, RefusalText sentences,
        OpenMatter.MatterClocks clocks, IClock clock)
    {
        var form = await context.Form();
        var row = ReceiptNumber.Read(form.Require("Number", texts["Audit_NumberMissing"])) is { } number
            ? journal.Query<MatterRow>(v => $"select * from {v.Table<MatterRow>()} where number = @number", new { number }).SingleOrDefault()
            : null;
        if (row is null)
        {
            form.Errors.Add("Number", texts["Audit_NotFound"]);
            return Show(form, null, openings);
        }

        await log.RecordWithheld(ReadEntry.Of(context.SignedIn(), "history", row.Register, ReadGround.None, "audit", row.Person), ReadLogBook.Audit);
        return Show(form, new(row, Changes(journal, organisation, row.Matter, frame.Language, sentences), Reads(journal, organisation, queries, row, frame.Language), clocks.Of(row, Fi.Day(clock.GetCurrentInstant()))), openings);
    }

    private static List<AuditedChange> Changes(Journal journal, OrganisationQueries organisation, Guid matter, string language, RefusalText sentences)
    {
        var (names, units) = Names(organisation, language);
        return
        [
            .. journal.Stream(matter).Reverse().Select(r => new AuditedChange(
                MatterHistory.Key(r), r.HappenedAt, r.RecordedAt, LateReasons.Said(r.LateReason, sentences), r.Actor.Kind == "staff" ? names.GetValueOrDefault(r.Actor.Id) : null,
                r.Actor.Kind == "staff" ? r.Actor.Role : r.Actor.Kind, r.Actor.Unit is { } unit ? units.GetValueOrDefault(unit) : null)),
        ];
    }

    // Of the person, and of the wrong one whom it was recorded for, from the contact on.
    private static List<AuditedRead> Reads(Journal journal, OrganisationQueries organisation, ReadLogQueries queries, MatterRow row, string language)
    {
        var (names, units) = Names(organisation, language);
        Guid[] persons = [row.Person, .. journal.Stream(row.Matter).Select(r => r.Event).OfType<RecordedForWrongPerson>().Select(e => e.WrongPerson)];
        return
        [
            .. persons.Distinct().SelectMany(person => queries.All(new(From: row.ReceivedAt, Person: person))).DistinctBy(r => r.Seq)
                .Where(r => r.Register == row.Register || r.Register == Registers.None).OrderByDescending(r => r.Seq)
                .Select(r => new AuditedRead(r.At, names.GetValueOrDefault(r.Who), r.Role, r.Unit is { } unit ? units.GetValueOrDefault(unit) : null, r.Screen, r.Flagged)),
        ];
    }

    private static (Dictionary<Guid, string> Names, Dictionary<Guid, string> Units) Names(OrganisationQueries organisation, string language) =>
        (organisation.Professionals().ToDictionary(p => p.Professional, p => p.Name), organisation.Units().ToDictionary(u => u.Unit, u => u.Name.In(language)));

    private static PageResult<AuditMatterView> Show(FormState form, AuditedMatter? matter, NotifierOpenings openings) =>
        new(new { Form = form, Matter = matter, Openings = openings.Latest() }) { StatusCode = form.Status };
}

/// <summary>A matter as an auditor sees it.</summary>
/// <param name="Clocks">Its time limits with their reasoning, which hold nothing that anybody wrote.</param>
public sealed record AuditedMatter(MatterRow Row, IReadOnlyList<AuditedChange> Changes, IReadOnlyList<AuditedRead> Reads, IReadOnlyList<ClockExplanation> Clocks);

/// <summary>Something that changed the matter.</summary>
/// <param name="Name">Of the professional; null for a resident, whose name an auditor does not need.</param>
/// <param name="Role">Role, or person or system.</param>
public sealed record AuditedChange(string Key, Instant At, Instant RecordedAt, string? LateReason, string? Name, string Role, string? Unit);

/// <summary>A screen that showed the person.</summary>
public sealed record AuditedRead(Instant At, string? Name, string Role, string? Unit, string Screen, bool Flagged);
