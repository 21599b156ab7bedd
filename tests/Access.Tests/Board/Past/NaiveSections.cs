using NodaTime;
using Yhteys.Access.Board;
using Yhteys.Access.Board.Forecast;
using Yhteys.Access.Board.Groups;
using Yhteys.Access.Board.Places;
using Yhteys.Access.Board.Plan;
using Yhteys.Access.Board.Waits;
using Yhteys.Calendar;
using Yhteys.Kernel;
using Yhteys.Ui;

namespace Yhteys.Access.Tests.Board.Past;

/// <summary>The board's sections counted with plain code from a naive refold.</summary>
internal sealed class NaiveSections
{
    private readonly List<NaiveMatter> _matters, _open;
    private readonly Dictionary<Guid, Reported> _details;
    private readonly Dictionary<Guid, (Guid Matter, LocalDate Date, bool Sure)> _times = [];
    private readonly LocalDate _day;

    public NaiveSections(IReadOnlyList<Recorded> journal, List<NaiveMatter> matters, LocalDate day)
    {
        (_matters, _open, _day) = (matters, matters.FindAll(m => m.Open), day);
        _details = journal.Select(r => r.Event).OfType<Reported>().ToDictionary(r => r.Matter);
        foreach (var e in journal.TakeWhile(r => FinnishTime.Day(r.RecordedAt) <= day).Select(r => r.Event).OfType<Timed>())
        {
            if (e.Change == BookedTimeChange.Gone)
                _times.Remove(e.Appointment);
            else if ((e.Date ?? (_times.TryGetValue(e.Appointment, out var was) ? was.Date : null)) is { } date)
                _times[e.Appointment] = (e.Matter, date, e.Change == BookedTimeChange.Accepted || (e.Change == BookedTimeChange.Moved && _times.TryGetValue(e.Appointment, out var t) && t.Sure));
        }
    }

    public List<GroupCell> Groups(BoardPlan plan) =>
    [
        .. plan.Groups.SelectMany(group => _open.Where(m => Is(group.Any, m)).GroupBy(m => (m.Unit, m.Place.Register)).Select(g => new GroupCell(
            group.Id, g.Key.Unit, g.Key.Register, g.Count(), g.Count(m => m.Immediate), g.Count(m => m.LateOn(_day)), g.Min(m => m.ContactOn)))),
    ];

    public List<NoticeCell> Waiting(BoardPlan plan) =>
    [
        .. plan.Notices.SelectMany(notice => _open.Where(m => m.HandledOn is null && Is(notice.Any, m)).GroupBy(m => (m.Unit, m.Place.Register))
            .Select(g => new NoticeCell(notice.Id, g.Key.Unit, g.Key.Register, g.Count(), g.Min(m => m.ContactOn)))),
    ];

    public List<HandledCell> Handled(BoardPlan plan) =>
    [
        .. plan.Notices.SelectMany(notice => _matters.Where(m => m.HandledOn >= _day.PlusDays(-29) && m.HandledOn <= _day && Is(notice.Any, m))
            .GroupBy(m => (m.Unit, m.Place.Register, Days: Period.DaysBetween(m.ContactOn, m.HandledOn!.Value)))
            .Select(g => new HandledCell(notice.Id, g.Key.Unit, g.Key.Register, g.Key.Days, g.Count()))),
    ];

    public List<PlaceCell> Places() =>
    [
        .. _open.GroupBy(m => (_details[m.Matter].Municipality, m.Unit, m.Place.Register))
            .Select(g => new PlaceCell(g.Key.Municipality, g.Key.Unit, g.Key.Register, g.Count(), g.Count(m => m.Immediate), g.Count(m => m.LateOn(_day)), g.Min(m => m.ContactOn))),
    ];

    public List<WaitCell> Waits() =>
    [
        .. _open.GroupBy(m => (m.Place, m.ContactOn))
            .Select(g => new WaitCell(g.Key.Place.Unit, g.Key.Place.Line, g.Key.Place.Register, g.Key.ContactOn, g.Count(), g.Count(m => m.LateOn(_day)))),
    ];

    public List<ForecastCell> Forecast() =>
    [
        .. ToCome().GroupBy(m => (m.Place, m.LastInTime))
            .Select(g => new ForecastCell(g.Key.Place.Unit, g.Key.Place.Line, g.Key.Place.Register, g.Key.LastInTime!.Value, g.Count(), g.Count(m => Has(m, sure: false)))),
    ];

    public IEnumerable<NaiveMatter> ToCome() => _open.Where(m => !m.Immediate && m.LastInTime >= _day && m.LastInTime <= _day.PlusDays(13) && !Has(m, sure: true));

    private bool Has(NaiveMatter m, bool sure) => _times.Values.Any(t => t.Matter == m.Matter && t.Sure == sure && t.Date >= _day && t.Date <= m.LastInTime);

    private bool Is(IReadOnlyList<BoardCondition> any, NaiveMatter m) => any.Any(c =>
        (c.Lines is null || c.Lines.Contains(m.Place.Line)) && (c.Topics is null || (_details[m.Matter].Topic is { } topic && c.Topics.Contains(topic)))
        && (c.Channels is null || c.Channels.Contains(_details[m.Matter].Channel)) && (c.From is null || _details[m.Matter].Age >= c.From) && (c.Under is null || _details[m.Matter].Age < c.Under)
        && _open.FindAll(o => _details[o.Matter].Person == _details[m.Matter].Person) is var same
        && (c.OpenMatters is null || same.Count >= c.OpenMatters) && (c.OpenLines is null || same.Select(o => o.Place.Line).Distinct().Count() >= c.OpenLines));
}
