using NodaTime;
using Yhteys.Calendar;
using Yhteys.Cases;
using Yhteys.Cases.Views;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Kernel.Views;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Residents.Vault;
using Yhteys.Ui;
using Yhteys.Web.Desk.OpenMatter;

namespace Yhteys.Web.Desk.Alarms;

/// <summary>Reads the alarms of danger that one reader sees.</summary>
internal sealed class AlarmReader(Journal journal, OrganisationQueries organisation, People people, ContentStore content, IClock clock)
{
    /// <summary>How long acknowledged alarms stay on the list.</summary>
    private static readonly Duration Recent = Duration.FromHours(24);

    private readonly Kept<Guid, AlarmRow> _open = new(journal.Database, journal.Views, "raisedat, matter", alarm => alarm.Matter, "open = 1");

    /// <summary>How long the alarmed unit has an alarm alone.</summary>
    public Duration Alone => Duration.FromMinutes(content.Current.County.Alarms?.SpreadsAfterMinutes ?? 10);

    /// <summary>Whether the reader's pages listen for alarms: always in a unit that is always staffed, and the director's.</summary>
    public bool Listens(CurrentUser user) => user.May(Rights.AlarmSee) && (user.Role == Roles.CountyDirector || UnitOf(user)?.AlwaysStaffed == true);

    /// <summary>Those that nobody has acknowledged, the oldest first.</summary>
    public IReadOnlyList<AlarmRow> Open(CurrentUser user)
    {
        var rows = Open();
        if (rows.Count == 0) return rows;
        var (unit, now) = (UnitOf(user), clock.GetCurrentInstant());
        return [.. rows.Where(a => AlarmAudience.Sees(a, user, unit, now, Alone))];
    }

    public IReadOnlyList<AlarmRow> Open() => _open.Rows;

    /// <summary>The list: open ones, oldest first, then those of the last day that somebody has acknowledged.</summary>
    public IReadOnlyList<AlarmItem> Items(CurrentUser user)
    {
        var (unit, now) = (UnitOf(user), clock.GetCurrentInstant());
        var done = journal.Query<AlarmRow>(
            v => $"select * from {v.Table<AlarmRow>()} where acknowledgedat >= @since order by acknowledgedat desc limit 50", new { since = now - Recent })
            .Where(a => AlarmAudience.Sees(a, user, unit, a.AcknowledgedAt!.Value, Alone) || a.ByUnit == unit?.Unit);
        return [.. Open(user).Concat(done).Select(a => Item(a, user, unit, now))];
    }

    /// <summary>An alarm that the reader sees, or one of a matter of their own unit, whose page they may have open; null when there is none.</summary>
    public AlarmItem? Find(Guid matter, CurrentUser user)
    {
        var (unit, now) = (UnitOf(user), clock.GetCurrentInstant());
        if (journal.Find<AlarmRow>(matter) is not { } alarm) return null;
        var own = unit is not null && user.May(Rights.AlarmSee) && journal.Find<MatterRow>(matter)?.Unit == unit.Unit;
        return own || AlarmAudience.Sees(alarm, user, unit, now, Alone) ? Item(alarm, user, unit, now) : null;
    }

    private AlarmItem Item(AlarmRow alarm, CurrentUser user, UnitRow? unit, Instant now)
    {
        var matter = journal.Find<MatterRow>(alarm.Matter)!;
        var may = AlarmAudience.MayAcknowledge(alarm, matter.ServiceLine, user, unit);
        // Name and number only for those who may help, and never of one under non-disclosure: the list is on a screen that others see.
        var person = may ? people.Find(matter.Person) : null;
        return new(
            alarm, matter, (int)(now - alarm.RaisedAt).TotalMinutes, may, person is { NonDisclosure: false } ? people.NameOf(person)?.Full : null,
            person is { NonDisclosure: false } ? people.ContactDataOf(person)?.Phone : null, person?.NonDisclosure == true,
            person is not null && AnswerReaders.Maker(matter, person, people.Find, FinnishTime.Day(now)) is { } maker ? Reached.Of(maker, people) : null,
            AlarmAudience.Spread(alarm, alarm.AcknowledgedAt ?? now, Alone),
            alarm.By is { } by ? organisation.Professional(by)?.Name : null, organisation.Unit(alarm.Unit));
    }

    private UnitRow? UnitOf(CurrentUser user) => user.Unit is { } unit ? organisation.Unit(unit) : null;
}

/// <summary>An alarm as the list shows it.</summary>
/// <param name="Minutes">How long ago it was raised, whole minutes.</param>
/// <param name="May">The reader may acknowledge it.</param>
/// <param name="Hidden">The person is under non-disclosure.</param>
/// <param name="Maker">Who made the contact for the person.</param>
/// <param name="Spread">Shown to every unit that is always staffed and to the director.</param>
public sealed record AlarmItem(
    AlarmRow Alarm, MatterRow Matter, int Minutes, bool May, string? Name, string? Phone, bool Hidden, Reached? Maker, bool Spread, string? By, UnitRow? Unit);
