using Microsoft.Extensions.Localization;
using NodaTime;
using Yhteys.Access.Clocks.Explain;
using Yhteys.Access.ReadLaw;
using Yhteys.Assessment;
using Yhteys.Calendar;
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
        OpenMatter.MatterClocks clocks, StepWords words, IClock clock)
    {
        var form = await FormState.Sent(context);
        var (today, day) = (clock.Today(), form.Date("Day", texts["Audit_BadDay"]));
        if (day > today)
            form.Errors.Add("Day", texts["Audit_DayAhead"]);
        var row = ReceiptNumber.Read(form.Require("Number", texts["Audit_NumberMissing"])) is { } number
            ? journal.Query<MatterRow>(v => $"select * from {v.Table<MatterRow>()} where number = @number", new { number }).SingleOrDefault()
            : null;
        if (row is null)
        {
            form.Errors.Add("Number", texts["Audit_NotFound"]);
            return Show(form, null, openings);
        }

        if (!form.Valid)
            return Show(form, null, openings);

        // Also that nothing had been recorded by a day tells of the matter.
        var stream = journal.Stream(row.Matter);
        var persons = Persons(row, stream);
        await log.RecordWithheld(ReadEntry.Of(context.SignedIn(), "history", row.Register, ReadGround.None, "audit", persons), ReadLogBook.Audit);

        // What was told then, by the law and the facts of that day.
        var (then, ready) = (day < today ? day : null, day is null || day == today || await ReasoningThen.IsReady(journal));
        var explained = then is { } past ? ready ? ReasoningThen.Of(context.RequestServices, row.Matter, past) : null : clocks.Of(row, today);
        if (explained is null)
        {
            form.Errors.Add("Day", texts[ready ? "Audit_NothingThen" : "Audit_NotGathered"]);
            return Show(form, null, openings);
        }

        return Show(form, new(row, Changes(stream, organisation, frame.Language, sentences, words), Reads(persons, organisation, queries, row, frame.Language), explained, then), openings);
    }

    // The person, and the wrong one whom it was recorded for.
    private static List<Guid> Persons(MatterRow row, IReadOnlyList<Recorded> stream) =>
        [.. stream.Select(r => r.Event).OfType<RecordedForWrongPerson>().Select(e => e.WrongPerson).Prepend(row.Person).Distinct()];

    private static List<AuditedChange> Changes(IReadOnlyList<Recorded> stream, OrganisationQueries organisation, string language, RefusalText sentences, StepWords words)
    {
        var ((names, units), notifier, said) = (Names(organisation, language), NotifierSteps.Of(stream), words.Of(stream));
        return [.. stream.Reverse().Select(Change)];

        AuditedChange Change(Recorded r)
        {
            var (name, role, unit) = notifier.Contains(r.Version) ? (null, "notifier", null)
                : r.Actor.Kind != "staff" ? (null, r.Actor.Kind, r.Actor.Unit)
                : (names.GetValueOrDefault(r.Actor.Id), r.Actor.Role, r.Actor.Unit);
            return new(
                said(r), r.HappenedAt, r.RecordedAt, LateReasons.Said(r.LateReason, sentences), name, role, unit is { } at ? units.GetValueOrDefault(at) : null);
        }
    }

    // From the contact on.
    private static List<AuditedRead> Reads(List<Guid> persons, OrganisationQueries organisation, ReadLogQueries queries, MatterRow row, string language)
    {
        var (names, units) = Names(organisation, language);
        return
        [
            .. persons.SelectMany(person => queries.All(new(From: row.ReceivedAt, Person: person))).DistinctBy(r => r.Seq)
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
/// <param name="On">The past day as of which the time limits are; null for now.</param>
public sealed record AuditedMatter(MatterRow Row, IReadOnlyList<AuditedChange> Changes, IReadOnlyList<AuditedRead> Reads, MatterExplanation Clocks, LocalDate? On);

/// <summary>Something that changed the matter.</summary>
/// <param name="Name">Of the professional; null for a resident, whose name an auditor does not need, and for the notifier.</param>
/// <param name="Role">Role, or person, system or notifier.</param>
public sealed record AuditedChange(StepSaid Said, Instant At, Instant RecordedAt, string? LateReason, string? Name, string Role, string? Unit);

/// <summary>A screen that showed the person.</summary>
public sealed record AuditedRead(Instant At, string? Name, string Role, string? Unit, string Screen, bool Flagged);
