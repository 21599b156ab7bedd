using System.Diagnostics;
using NodaTime;
using Yhteys.Access.Views;
using Yhteys.Calendar;
using Yhteys.Kernel;
using Yhteys.Residents;
using Yhteys.Ui;

namespace Yhteys.Access.Board;

/// <summary>
/// From which past day on each event changed what is known now. Work of today leaves the days before it alone, so their boards need not be counted again. The names
/// of units and services are not of a day.
/// </summary>
internal sealed class PastChanges(Journal journal)
{
    // After a longer time without a reader it is not known what has changed.
    private const int AtMost = 2_000;
    private static readonly TimeSpan AskEvery = TimeSpan.FromSeconds(1);
    private readonly Lock _reading = new();
    private readonly SortedDictionary<LocalDate, long> _last = [];
    private long _from = -1, _read, _asked;

    /// <summary>The position up to which the views that past days are counted from hold everything.</summary>
    public long Folded()
    {
        lock (_reading)
            Read();
        return journal.Following.Where(view => view.View is AccessPast.ViewName or MatterDetails.ViewName).Min(view => view.Position);
    }

    /// <summary>Whether anything after the position changed what is known now of the day. So it is too when that is not known.</summary>
    public bool Has(LocalDate day, long after)
    {
        lock (_reading)
        {
            Read();
            return after < _from || _last.TakeWhile(change => change.Key <= day).Any(change => change.Value > after);
        }
    }

    private void Read()
    {
        var head = journal.Head.Position;
        if (_from < 0 || head - _read > AtMost)
            _from = _read = head;
        // What another node records does not move the head that is known here.
        if (_read >= head && Stopwatch.GetElapsedTime(_asked) < AskEvery)
            return;
        _asked = Stopwatch.GetTimestamp();
        foreach (var recorded in journal.Read(_read, Math.Max(_read, head) + AtMost))
        {
            if (FirstDay(recorded, matter => journal.Stream(matter).Select(r => r.Event)) is { } day)
                _last[day] = recorded.Position;
            _read = recorded.Position;
        }
    }

    /// <summary>The first day of which an event tells anything anew; null when it tells nothing of the past.</summary>
    /// <param name="stream">The events of a matter, this one among them.</param>
    internal static LocalDate? FirstDay(Recorded recorded, Func<Guid, IEnumerable<IEvent>> stream) => recorded.Event switch
    {
        // The first event of a matter.
        IClockSubject subject when recorded.Version == 1 => subject.ClockSubject().Opened,
        // Whoever is under non-disclosure now is in no municipality on any day.
        NonDisclosureSet or NonDisclosureLifted => LocalDate.MinIsoValue,
        // What a correction says holds from the first day on; so do the unit as it is now, and help at the first contact.
        IClockSubject { Matter: var matter } => Opened(stream(matter)),
        IClockCorrection { Matter: var matter } => Opened(stream(matter)),
        IClockUnit { Matter: var matter } => Opened(stream(matter)),
        IFirstContactHelp { Matter: var matter } => Opened(stream(matter)),
        IMatterDetails { Matter: var matter } => Opened(stream(matter)),
        // Times that were booked are known from the day on which that was recorded.
        IBookedTime => Days(recorded.Event).Append(FinnishTime.Day(recorded.RecordedAt)).Min(),
        _ => Days(recorded.Event).Min(),
    };

    // A matter that is not found may have begun at any time.
    private static LocalDate Opened(IEnumerable<IEvent> events) => events
        .Select(e => e is IClockSubject subject ? subject.ClockSubject().Opened : (e as IClockCorrection)?.ClockCorrection().Opened).Min() ?? LocalDate.MinIsoValue;

    private static IEnumerable<LocalDate?> Days(IEvent e) =>
        (e is IClockFact fact ? fact.ClockFacts().Select(f => (LocalDate?)f.Day) : []).Append((e as IClockEnding)?.ClockEnding()?.Day);
}
