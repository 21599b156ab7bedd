using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Yhteys.Access.Board;
using Yhteys.Access.Clocks;
using Yhteys.Calendar;
using Yhteys.Kernel;
using Yhteys.Residents;
using Yhteys.Testing;
using Yhteys.Ui;

namespace Yhteys.Access.Tests.Board.Past;

public sealed class PastChangesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_day_of_which_something_else_is_known_now_has_changed_and_most_have_not(int seed)
    {
        using var county = new County(Engines.Sqlite);
        var (history, law, changes) = (new History(county, seed), county.Services.GetRequiredService<RulesInForce>().Current, county.Services.GetRequiredService<PastChanges>());
        await history.Happen(100);
        var (moved, still) = (0, 0);
        var days = Enumerable.Range(1, 30).Select(FinnishTime.Day(county.Clock.Now).PlusDays).Select(day => day.PlusDays(-31)).ToList();
        var before = days.ToDictionary(day => day, Known);
        for (var step = 0; step < 40; step++)
        {
            var folded = changes.Folded();
            folded.ShouldBe(county.Journal.Head.Position);
            await history.Happen(1);
            foreach (var day in days)
            {
                var now = Known(day);
                if (now != before[day])
                {
                    changes.Has(day, folded).ShouldBeTrue($"{day}, step {step}");
                    moved++;
                }
                else if (!changes.Has(day, folded))
                {
                    still++;
                }

                changes.Has(day, county.Journal.Head.Position).ShouldBeFalse();
                before[day] = now;
            }
        }

        moved.ShouldBeGreaterThan(20);
        still.ShouldBeGreaterThan(400);

        string Known(LocalDate day) => string.Join('\n', NaivePast.Matters(county.Journal.Read(), new(day, BoardKnowledge.Now), law).Select(m =>
            $"{m.Matter} {m.Unit} {m.AtFirstContact} {m.Facts.Subject.ServiceLine} {m.Facts.Subject.Opened} {string.Join(',', m.Facts.Facts.Order(Comparer<ClockFact>.Create((a, b) => string.CompareOrdinal($"{a}", $"{b}"))))} {string.Join(',', m.Facts.Endings)}"));
    }

    [Fact]
    public async Task Non_disclosure_of_today_changes_every_day_and_a_booked_time_none_before_it()
    {
        using var county = new County(Engines.Sqlite);
        var (changes, day, matter) = (county.Services.GetRequiredService<PastChanges>(), County.Today.PlusDays(-400), Guid.NewGuid());
        await county.Record(new Reported(matter, Guid.NewGuid(), County.North, "primary_care", County.Today.PlusDays(-9), null, "web", "272", 40));
        var folded = changes.Folded();

        await county.Record(new Timed(matter, Guid.NewGuid(), BookedTimeChange.Offered, County.Today.PlusDays(3)));
        changes.Has(County.Today.PlusDays(-1), folded).ShouldBeFalse();
        changes.Has(County.Today, folded).ShouldBeTrue();
        var person = Guid.NewGuid();
        (await county.Test.Handle(_ => Decision.Append(person, new NonDisclosureSet(person)))).Accepted.ShouldBeTrue();
        changes.Has(day, folded).ShouldBeTrue();
        // What was counted before anybody asked for changes may lack some.
        changes.Has(day, folded - 1).ShouldBeTrue();
    }
}
