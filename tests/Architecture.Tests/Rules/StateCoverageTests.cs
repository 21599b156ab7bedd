using Yhteys.Kernel;
using Yhteys.Testing;

namespace Yhteys.Architecture.Tests.Rules;

public sealed class StateCoverageTests
{
    [Fact]
    public void Every_state_evolves_the_events_of_its_module_or_says_why_not() =>
        StateCoverage.Wrong(FoldTests.States, StateCoverage.Read(File.ReadLines(Repository.PathOf("tests/Architecture.Tests/states.txt")))).ShouldBeEmpty();

    [Fact]
    public void Every_line_has_a_reason() =>
        File.ReadLines(Repository.PathOf("tests/Architecture.Tests/states.txt")).Where(l => l.Length > 0 && l[0] != '#' && l.Split(" — ") is not [_, { Length: > 5 }]).ShouldBeEmpty();

    [Fact]
    public void Canary()
    {
        var listed = StateCoverage.Read(["Lamp: Broke Off Gone — a lamp is thrown away"]);

        StateCoverage.Evolved(typeof(Lamp)).ShouldBe([typeof(On), typeof(Off)]);
        var wrong = StateCoverage.Wrong([typeof(Lamp)], listed).ToList();
        wrong.ShouldContain(w => w.StartsWith("Lamp neither evolves Moved", StringComparison.Ordinal));
        wrong.ShouldContain(w => w.Contains("leaves Off alone", StringComparison.Ordinal));
        wrong.ShouldContain(w => w.Contains("leaves Gone alone", StringComparison.Ordinal));
        wrong.ShouldNotContain(w => w.Contains("Broke", StringComparison.Ordinal));
        StateCoverage.Wrong([], listed).ShouldHaveSingleItem();
    }

    private sealed record On(string Register) : IEvent;

    private sealed record Off(string Register) : IEvent;

    private sealed record Broke(string Register) : IEvent;

    private sealed record Moved(string Register) : IEvent;

    private sealed record Lamp(bool Lit) : IState<Lamp>
    {
        public static Lamp Empty { get; } = new(false);

        public static Lamp Evolve(Lamp state, Recorded recorded) => recorded.Event switch
        {
            On => state with { Lit = true },
            Off => state with { Lit = false },
            _ => state,
        };
    }
}
