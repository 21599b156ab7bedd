using Yhteys.Kernel;
using Yhteys.Testing;

namespace Yhteys.Architecture.Tests.Rules;

public sealed class EventTests
{
    private static readonly HashSet<string> KnownOpen = new(StringComparer.Ordinal)
    {
        // What journals of before hold, open as it was written; since then a code.
        "booking.appointment-declined/1 Reason",
        "booking.appointment-declined/2 Reason",
        // Why the county took other rules into use: of no person, and everybody may read it beside the rules.
        "content.taken-into-use/1 Reason",
        // A code: one of KeepFromGuardians.Grounds.
        "cases.kept-from-guardians/1 Ground",
        // A code: one of ReopenMatter.Reasons, or that an assessment is wanted.
        "cases.matter-reopened/1 Reason",
    };

    [Fact]
    public void Every_event_has_one_alias_of_its_own() => EventRules.OfAliases(House.Events).ShouldBeEmpty();

    [Fact]
    public void Every_event_is_a_sealed_positional_record() => EventRules.OfShape(House.Events).ShouldBeEmpty();

    [Fact]
    public void Every_event_has_one_golden_file_and_every_file_an_event()
    {
        var aliases = GoldenFiles.All.Select(r => GoldenFiles.FileOf(r.Alias)).ToHashSet(StringComparer.Ordinal);

        House.Events.Count.ShouldBe(GoldenFiles.All.Count, "An event has no golden file: add its module's GoldenEvents.Check and run it with YHTEYS_WRITE_GOLDEN=1.");
        GoldenFiles.Paths.Where(f => f.Count() > 1).Select(f => f.Key).ShouldBeEmpty();
        // The kernel's tests have two sample events of their own.
        GoldenFiles.Paths.Select(f => f.Key).Where(f => !aliases.Contains(f) && !f.StartsWith("sample.", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_event_has_a_register() => EventRules.OfRegister(GoldenFiles.All.Select(r => r.Event)).ShouldBeEmpty();

    [Fact]
    public void Free_text_is_sealed() => EventRules.OfFreeText(House.Events, KnownOpen).ShouldBeEmpty();

    [Fact]
    public void Every_event_is_in_the_catalogue()
    {
        var catalogue = File.ReadAllText(Repository.PathOf("docs/events.md"));
        GoldenFiles.All.Select(r => r.Alias).Where(a => !catalogue.Contains($"| `{a}` |", StringComparison.Ordinal))
            .ShouldBeEmpty("Write it anew: ./yhteys events --markdown > docs/events.md");
    }

    [Fact]
    public void Canaries()
    {
        EventRules.OfAliases([typeof(Nameless), typeof(Shouting), typeof(One), typeof(Two)]).Count().ShouldBe(3);
        EventRules.OfShape([typeof(Loose), typeof(Class), typeof(Extra), typeof(One)]).Count().ShouldBe(3);
        EventRules.OfRegister([new Nameless(""), new Shouting(""), new One("")]).ShouldBe(["Shouting: register 'police'"]);
        EventRules.OfFreeText([typeof(One), typeof(Nameless)], KnownOpen).ShouldHaveSingleItem().ShouldContain("test.one/1 Text");
    }

    private sealed record Nameless(string Register) : IEvent;

    [Alias("Test.Shouting")]
    private sealed record Shouting(string Loud) : IEvent
    {
        public string Register => "police";
    }

    [Alias("test.one/1")]
    private sealed record One(string Text) : IEvent
    {
        public string Register => "none";
    }

    [Alias("test.one/1")]
    private sealed record Two(string Register) : IEvent;

    private record Loose(string Register) : IEvent;

    private sealed class Class : IEvent
    {
        public string Register => "none";
    }

    private sealed record Extra(string Register) : IEvent
    {
        public string? Kept { get; init; }
    }
}
