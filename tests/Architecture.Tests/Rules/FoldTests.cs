using System.Reflection;
using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;
using Yhteys.Kernel.Views;
using Yhteys.Testing;

namespace Yhteys.Architecture.Tests.Rules;

/// <summary>A fold bears any event of the house, alone and after all others, since a journal may hold them in any order of modules.</summary>
public sealed class FoldTests(HouseHost host)
{
    private static readonly MethodInfo BearsState = typeof(GoldenFold).GetMethods().Single(m => m is { Name: nameof(GoldenFold.BearsEach), IsGenericMethod: true });

    private static readonly ILookup<string, string[]> Folds = GoldenFiles.Folders("folds").SelectMany(Directory.EnumerateFiles).ToLookup(f => Path.GetFileName(f), File.ReadAllLines, StringComparer.Ordinal);

    public static IReadOnlyList<Type> States { get; } =
    [
        .. House.Assemblies.SelectMany(a => a.GetTypes()).Where(t => !t.IsAbstract && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IState<>))),
    ];

    [Fact]
    public void Every_view_bears_every_event()
    {
        host.Views.Count.ShouldBeGreaterThanOrEqualTo(7);
        foreach (var view in host.Views)
            Bears(view);
    }

    [Fact]
    public void Every_view_of_the_house_is_registered() =>
        House.Assemblies.SelectMany(a => a.GetTypes()).Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(View))).Except(host.Views.Select(v => v.GetType())).ShouldBeEmpty();

    [Fact]
    public void Every_view_has_a_golden_fold_of_its_version_with_a_row_of_each_kind() => host.Views.SelectMany(Unguarded).ShouldBeEmpty("Check its fold with GoldenFold.Check.");

    [Fact]
    public void A_view_that_takes_the_keys_says_that_it_opens_what_it_folds() =>
        host.Views.Where(v => v.OpensSealed != v.GetType().GetConstructors().Single().GetParameters().Any(p => p.ParameterType == typeof(KeyRing))).ShouldBeEmpty();

    [Fact]
    public void Every_event_reaches_a_view() =>
        GoldenFiles.All.Where(r => !host.Views.Any(v => v.Handles(r.Event.GetType()))).Select(r => r.Alias).ShouldBeEmpty("Nothing can ever be shown of it.");

    [Fact]
    public void Every_state_bears_every_event()
    {
        States.Count.ShouldBeGreaterThanOrEqualTo(8);
        foreach (var state in States)
            BearsState.MakeGenericMethod(state).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [GoldenFiles.All], null);
    }

    [Fact]
    public void Canary()
    {
        Should.Throw<ShouldAssertException>(() => Bears(new Brittle())).Message.ShouldContain("brittle with ");
        Should.Throw<ShouldAssertException>(() => GoldenFold.BearsEach<BrittleState>(GoldenFiles.All));
        Unguarded(new Brittle()).ShouldBe(["brittle has no golden fold of version 1"]);
    }

    private static IEnumerable<string> Unguarded(View view)
    {
        if (Folds[$"{view.Name}.txt"].FirstOrDefault(lines => lines[0] == $"version {view.Version}") is { } lines)
            return view.Rows.Where(row => !lines.Any(line => line.StartsWith(row.Name + " ", StringComparison.Ordinal))).Select(row => $"the golden fold of {view.Name} has no {row.Name}");
        return [$"{view.Name} has no golden fold of version {view.Version}"];
    }

    private static void Bears(View view) => GoldenFold.BearsEach(view, [.. GoldenFiles.All.Where(r => view.Handles(r.Event.GetType()))]);

    private sealed class Brittle : View
    {
        public override string Name => "brittle";

        public override IReadOnlyList<Type> Rows => [];

        public override void Fold(Recorded recorded, IRows rows) => throw new InvalidOperationException("no");
    }

    private sealed record BrittleState : IState<BrittleState>
    {
        public static BrittleState Empty { get; } = new();

        public static BrittleState Evolve(BrittleState state, Recorded recorded) =>
            recorded.Position == 3 ? throw new InvalidOperationException("no") : state;
    }
}
