using NodaTime;
using Yhteys.Access.Tests.Publish;
using Yhteys.Calendar;
using Yhteys.Kernel;
using Yhteys.Ui;

namespace Yhteys.Access.Tests.Board.Past;

/// <summary>
/// A made-up history of some weeks: contacts, facts recorded days after they happened, days corrected, matters moved to other units and services, ended
/// and opened again, times offered and taken away. The same seed gives the same history.
/// </summary>
internal sealed class History(County county, int seed)
{
    private static readonly string[] Lines = ["primary_care", "oral_health", "mental_health_addiction", "child_welfare", "adult_social", "student_health"];
    private static readonly string?[] Topics = [null, "toothache", "low_mood", "worry_adult", "debts"];
    private static readonly string[] Facts = ["need_assessed", "visit", "contact_handled", "assessment_started", "assessment_completed", "decision_made", "decision_implemented", "care_started"];
    private readonly Random _dice = new(seed);
    private readonly List<(Guid Matter, List<(string Fact, LocalDate Day)> Facts, Guid? Time)> _matters = [];
    private readonly List<Guid> _people = [.. Enumerable.Range(0, 6).Select(_ => Guid.NewGuid())];

    private LocalDate Today => FinnishTime.Day(county.Clock.Now);

    public async Task Happen(int steps)
    {
        for (var i = 0; i < steps; i++)
        {
            county.Clock.Advance(Duration.FromHours(_dice.Next(0, 20)));
            if (_matters.Count < 3 || _dice.Next(3) == 0)
                await Contact();
            else
                await Go(_dice.Next(_matters.Count));
        }
    }

    private async Task Contact()
    {
        var matter = Guid.NewGuid();
        // A contact of a weekend counts for a day that lies ahead.
        var day = Today.PlusDays(_dice.Next(10) == 0 ? 2 : -_dice.Next(3));
        await county.Record(new Reported(
            matter, Pick(_people), _dice.Next(2) == 0 ? County.North : County.South, Pick(Lines), day, Pick(Topics), _dice.Next(4) == 0 ? "worry_notice" : "web", _dice.Next(3) == 0 ? null : "272",
            _dice.Next(90)));
        _matters.Add((matter, [], null));
    }

    private async Task Go(int index)
    {
        var (matter, facts, time) = _matters[index];
        switch (_dice.Next(9))
        {
            case 0 when facts.Count > 0:
                var (fact, wrong) = Pick(facts);
                var right = wrong.PlusDays(_dice.Next(-4, 2));
                await county.Record(new FactCorrected(matter, fact, wrong, _dice.Next(4) == 0 ? null : right, "nurse"));
                facts.Remove((fact, wrong));
                facts.Add((fact, right));
                break;
            case 1:
                await county.Record(new Moved(matter, _dice.Next(2) == 0 ? County.North : County.South, Pick(Lines)));
                break;
            case 2:
                await county.Record(new Ended(matter, Today.PlusDays(-_dice.Next(3)), _dice.Next(3) == 0 ? ClockEndingReason.Reopened : ClockEndingReason.Withdrawn));
                break;
            case 3:
                _matters[index] = (matter, facts, time ??= Guid.NewGuid());
                await county.Record(new Timed(matter, time.Value, Pick([BookedTimeChange.Offered, BookedTimeChange.Accepted, BookedTimeChange.Moved, BookedTimeChange.Gone]), Today.PlusDays(_dice.Next(20))));
                break;
            default:
                var happened = (Fact: Pick(Facts), Day: Today.PlusDays(-_dice.Next(2) * _dice.Next(12)));
                await county.Record(_dice.Next(6) == 0 ? new Helped(matter, happened.Day) : new FactRecorded(matter, happened.Fact, happened.Day, "nurse"));
                facts.Add(happened);
                break;
        }
    }

    private T Pick<T>(IReadOnlyList<T> from) => from[_dice.Next(from.Count)];
}
