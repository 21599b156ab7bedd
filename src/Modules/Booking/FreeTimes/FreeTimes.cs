using NodaTime;
using Yhteys.Booking.Views;
using Yhteys.Calendar;
using Yhteys.Cases.Views;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Organisation.Views;
using Yhteys.Ui;

namespace Yhteys.Booking;

/// <summary>Finds the free times of a service line, the earliest first, in the weeks that the county shows; only of those who are then at work.</summary>
internal sealed class FreeTimes(Journal journal, OrganisationQueries organisation, ContentStore content, IClock clock, PageFrame frame)
{
    // Some days of a unit's professionals: enough for a few times that differ, and the page of a matter reads no more than it needs.
    private const int DaysAtOnce = 24;

    private BookingSettings Settings => content.Current.County.Booking;

    /// <summary>The days with free times and the times of one of them.</summary>
    public FreeTimesModel Find(FreeTimeFilter filter)
    {
        var counts = Counts(filter.Line).Where(c => filter.Professions is null || filter.Professions.Contains(c.Profession)).ToList();
        // Without a wish the matter's own unit comes first, unless it has nothing free.
        var unit = filter.Unit ?? (filter.OwnUnit is { } own && counts.Exists(c => c.Unit == own && filter.Wishes(c.Profession)) ? own : null);
        if (filter.AllUnits) unit = null;
        var shown = counts.Where(c => (unit is null || c.Unit == unit) && filter.Wishes(c.Profession)).ToList();
        List<FreeDay> days = [.. shown.GroupBy(c => c.Date).OrderBy(g => g.Key).Select(g => new FreeDay(g.Key, g.Sum(c => c.Free), SlotRow.Time(g.Min(c => c.Earliest)!)))];
        var day = days.Find(d => d.Date == filter.Date)?.Date ?? days.FirstOrDefault()?.Date;
        return new(
            days, day, day is { } chosen ? Times(filter, unit, chosen) : [], unit,
            [.. counts.Select(c => c.Unit).Distinct().Select(u => new Option(u.ToString(), UnitName(u))).OrderBy(o => o.Text, StringComparer.Ordinal)],
            [.. counts.Select(c => c.Profession).Distinct().Select(p => new Option(p, ProfessionName(p))).OrderBy(o => o.Text, StringComparer.Ordinal)],
            Settings.ShowWeeks);
    }

    /// <summary>
    /// A few free times that can be offered to wait for an answer: of the own unit if it has any, else of the municipality's units, else of all. Cheap, for
    /// a page that shows much else.
    /// </summary>
    /// <param name="municipality">Where the person lives; null when not known or not to be shown.</param>
    /// <param name="professions">Only of these; null = of all.</param>
    public IReadOnlyList<FreeTime> Suggested(MatterRow matter, string? municipality, int howMany, IReadOnlyList<string>? professions = null)
    {
        var (line, unit) = (matter.ServiceLine, matter.Unit);
        if (Suggested(matter, howMany, professions, [unit]) is [_, ..] own) return own;
        Guid[] near = municipality is null ? [] : [.. organisation.Units().Where(u => u.Municipality == municipality && u.ServiceLines.Contains(line)).Select(u => u.Unit)];
        return near.Length > 0 && Suggested(matter, howMany, professions, near) is [_, ..] nearby ? nearby : Suggested(matter, howMany, professions, null);
    }

    private List<FreeTime> Suggested(MatterRow matter, int howMany, IReadOnlyList<string>? professions, Guid[]? units)
    {
        var from = (clock.GetCurrentInstant() + Settings.OfferNotice).Local();
        var (last, working) = (from.Date.PlusWeeks(Settings.ShowWeeks), Working());
        var bound = $"{(units is null ? "" : "and unit in @units")} {(professions is null ? "" : "and profession in @professions")}";
        List<FreeDayRow> found = [];
        for (var skip = 0; ; skip += DaysAtOnce)
        {
            var days = journal.Query<FreeDayRow>(
                v => $"""
                    select * from {v.Table<FreeDayRow>()} where serviceline = @line and date between @date and @last {bound}
                    order by date, id limit {DaysAtOnce} {(skip > 0 ? "offset @skip" : "")}
                    """,
                new { line = matter.ServiceLine, units, professions, date = from.Date, last, skip });
            found.AddRange(days.Where(d => working(d.Professional, d.Unit, d.Date)));
            var all = days.Count < DaysAtOnce;
            var ids = Suggestions.Of(found, clock.Today(), from, howMany, matter.Matter, all ? null : days[^1].Date);
            if (ids.Count == howMany || all)
                return ids.Count == 0 ? [] : [.. journal.Query<SlotRow>(v => $"select * from {v.Table<SlotRow>()} where id in @ids", new { ids })
                    .OrderBy(s => s.Date).ThenBy(s => s.Start, StringComparer.Ordinal).ThenBy(s => s.Id, StringComparer.Ordinal).Select(Shown)];
        }
    }

    /// <summary>A few rows a day for each who has free times; those of today that have passed fall away here.</summary>
    private List<FreeCount> Counts(string line)
    {
        var (from, working) = (clock.GetCurrentInstant().Local(), Working());
        var now = SlotRow.Text(from.TimeOfDay);
        return [.. journal.Query<FreeDayRow>(
            v => $"select * from {v.Table<FreeDayRow>()} where serviceline = @line and date between @date and @last",
            new { line, date = from.Date, last = from.Date.PlusWeeks(Settings.ShowWeeks) })
            .Where(row => working(row.Professional, row.Unit, row.Date))
            .Select(row => (Row: row, Starts: row.Starts.Split(' ').SkipWhile(start => row.Date == from.Date && string.CompareOrdinal(start, now) <= 0).ToList()))
            .Where(day => day.Starts.Count > 0)
            .Select(day => new FreeCount(day.Row.Unit, day.Row.Profession, day.Row.Date, day.Starts.Count, day.Starts[0]))];
    }

    private List<FreeTime> Times(FreeTimeFilter filter, Guid? unit, LocalDate date)
    {
        var now = clock.GetCurrentInstant();
        var working = Working();
        return [.. journal.Query<SlotRow>(
            v => $"""
                select * from {v.Table<SlotRow>()} where serviceline = @line and appointment is null and date = @date {(unit is null ? "" : "and unit = @unit")}
                order by start, unit, profession, id
                """,
            new { line = filter.Line, date, unit })
            .Where(r => filter.Wishes(r.Profession)
                && (filter.Professions is null || filter.Professions.Contains(r.Profession))
                && Moments.At(r.Date, SlotRow.Time(r.Start)) > now && working(r.Professional, r.Unit, r.Date))
            .Select(Shown)];
    }

    private Func<Guid, Guid, LocalDate, bool> Working()
    {
        var professionals = organisation.Professionals().ToDictionary(p => p.Professional);
        return (professional, unit, date) => professionals.TryGetValue(professional, out var who) && who.WorksAt(unit, date) && organisation.Unit(unit)?.GoesOn(date) != false;
    }

    private FreeTime Shown(SlotRow row) => new(
        row.Id, row.Date, SlotRow.Time(row.Start), row.Minutes, row.Unit, UnitName(row.Unit), ProfessionName(row.Profession), Names.GetValueOrDefault(row.Professional, "–"));

    private Dictionary<Guid, string> Names => field ??= organisation.Professionals().ToDictionary(p => p.Professional, p => p.Name);

    private Dictionary<Guid, string> Units => field ??= organisation.Units().ToDictionary(u => u.Unit, u => u.Name.In(frame.Language));

    private string UnitName(Guid unit) => Units.GetValueOrDefault(unit, "–");

    /// <summary>What a profession is called.</summary>
    internal string ProfessionName(string profession) => content.Current.Services.Profession(profession)?.Name.In(frame.Language) ?? profession;

    private sealed record FreeCount(Guid Unit, string Profession, LocalDate Date, int Free, string Earliest);
}
