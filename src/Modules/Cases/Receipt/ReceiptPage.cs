using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Yhteys.Access;
using Yhteys.Access.Clocks;
using Yhteys.Calendar;
using Yhteys.Cases.Views;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Residents.Care;
using Yhteys.Residents.ReadLog;
using Yhteys.Residents.Vault;
using Yhteys.Ui;

namespace Yhteys.Cases;

/// <summary>The receipt of a contact: its number, what happens next, and what the law promises in this matter.</summary>
internal static class ReceiptPage
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/receipt/{number}", ShowResident).Needs(Rights.ResidentSelf);
        pages.MapGet("/contacts/recorded/{number}", ShowRecorder).Needs(Rights.ContactRecord);
    }

    private static IResult ShowResident(
        string number, HttpContext context, Journal journal, ContentStore store, ResidentMatters matters, People people, OrganisationQueries organisation, ReadLogBook log, IClock clock, IEnumerable<IResidentTimes> times)
    {
        var user = context.SignedIn();
        if (user.Person is not { } me || matters.Find(number, me) is not { } seen) return TypedResults.NotFound();
        var entry = ReadEntry.Of(user, "receipt", seen.Row.Register, seen.Row.Person == me ? ReadGround.Own : ReadGround.None, "contact", ReadOf(seen, me));
        return Show(
            seen.Notifier ? log.Record(entry) : log.Record(entry, seen.Row), seen.Row, journal, ContentInUse.Of(store), seen is { Place: true, Notifier: false } ? organisation.Unit(seen.Row.Unit) : null, clock,
            new(seen.Follows, Notifier: seen.Notifier, Own: seen.Row.Person == me, Place: seen.Place), times.Select(t => t.Next(seen.Row.Matter, user)).FirstOrDefault(),
            seen.Notifier || seen.Row.Person == me ? null : people.NameOf(seen.Person)?.Full);
    }

    private static IResult ShowRecorder(
        string number, HttpContext context, Journal journal, ContentStore store, OrganisationQueries organisation, MatterReach reach, ReadLogBook log, IClock clock)
    {
        var user = context.SignedIn();
        if (ResidentMatters.Find(journal, number) is not { } row || journal.Stream(row.Matter)[0].Actor.Id != user.Id) return TypedResults.NotFound();
        var opens = user.May(Rights.MatterRead, row.Register) && reach.GroundOf(user, row) != ReadGround.None;
        if (!opens) row = AsRecorded(row, journal.Stream(row.Matter));
        var logged = log.Record(ReadEntry.Of(user, "receipt", row.Register, ReadGround.None, "contact", row.Person), row);
        var notice = row.Channel == GiveNotice.Channel;
        return Show(logged, row, journal, ContentInUse.Of(store), notice ? null : organisation.Unit(row.Unit), clock, new(false, Recorder: true, Notifier: notice, Opens: opens));
    }

    /// <summary>Whose data the reader sees: a notifier sees nothing of the person but that a notice came.</summary>
    internal static IEnumerable<Guid> ReadOf(SeenMatter seen, Guid reader) => [seen.Notifier ? reader : seen.Row.Person];

    private static PageResult<ReceiptView> Show(
        Task logged, MatterRow row, Journal journal, ContentInUse content, UnitRow? unit, IClock clock, ReceiptReader reader, ResidentTime? time = null, string? forWhom = null)
    {
        var (today, stream) = (clock.Today(), journal.Stream(row.Matter));
        var text = stream.Select(r => r.Event).OfType<ContactReceived>().First().Text;
        return new(new
        {
            Matter = row,
            Content = content,
            Unit = unit,
            ForWhom = forWhom,
            Today = today,
            Clocks = reader.Follows || (reader is { Recorder: true, Notifier: false }) ? MatterClocks.Of(row, content, reader.AsRecorded ? stream[0].RecordedAt.Day() : today) : [],
            Reader = reader,
            Time = time,
            Seen = reader.Follows ? AlarmSeen.Of(stream, reader.Place) : null,
            Alarmed = journal.Find<AlarmRow>(row.Matter) is not null,
            RedFlag = RedFlagMatcher.Find(content.Content.RedFlags, journal.Keys.Open(text) ?? "").Count > 0,
        })
        { SentAfter = logged };
    }

    // What the contact itself told: how the matter goes on, and whose it becomes, is not the recorder's to follow.
    private static MatterRow AsRecorded(MatterRow row, IReadOnlyList<Recorded> stream)
    {
        var first = stream.TakeWhile(r => r.CommandId == stream[0].CommandId).Select(r => r.Event).ToList();
        var contact = first.OfType<ContactReceived>().First();
        return row with
        {
            Person = contact.Person,
            ServiceLine = contact.ServiceLine,
            Topic = contact.Topic,
            Unit = contact.Unit,
            Age = contact.Age,
            CountsOn = contact.CountsOn,
            Stage = MatterProgress.Waiting,
            Clock = first.Where(e => ClockFile.Concerns(e.GetType())).Aggregate((ClockFile?)null, ClockFile.After)!,
        };
    }
}

/// <summary>Who reads a receipt.</summary>
/// <param name="Follows">Can follow the matter and write to it.</param>
/// <param name="Recorder">The professional who recorded the contact.</param>
/// <param name="Notifier">Told of a worry about somebody else: sees that it arrived and nothing of how it goes on.</param>
/// <param name="Own">It is the reader's own matter.</param>
/// <param name="Opens">May enter the matter to handle or read it.</param>
/// <param name="Place">May see where the matter is handled.</param>
public sealed record ReceiptReader(bool Follows, bool Recorder = false, bool Notifier = false, bool Own = false, bool Opens = false, bool Place = false)
{
    /// <summary>Sees the matter as the contact was recorded, and nothing of how it goes on.</summary>
    internal bool AsRecorded => Recorder && !Opens;
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
