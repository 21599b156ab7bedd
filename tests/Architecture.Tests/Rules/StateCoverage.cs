using System.Reflection;
using System.Reflection.Emit;
using Yhteys.Architecture.Tests.Il;
using Yhteys.Kernel;

namespace Yhteys.Architecture.Tests.Rules;

/// <summary>
/// Which events of its own module a state evolves, read from the code of its Evolve, and which it says that it leaves alone
/// (a line of states.txt: the state, the events, a dash and the reason).
/// </summary>
internal static class StateCoverage
{
    public static IReadOnlyDictionary<string, string[]> Read(IEnumerable<string> lines) => lines
        .Where(l => l.Length > 0 && l[0] != '#')
        .Select(l => l.Split(" — ", 2)[0].Split(": ", 2))
        .GroupBy(l => l[0], l => l[1].Split(' ', StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.SelectMany(e => e).ToArray(), StringComparer.Ordinal);

    public static IEnumerable<string> Wrong(IEnumerable<Type> states, IReadOnlyDictionary<string, string[]> leftAlone)
    {
        var known = states.ToList();
        foreach (var gone in leftAlone.Keys.Except(known.Select(s => s.Name)))
            yield return $"states.txt names {gone}, which is not a state";
        foreach (var state in known)
        {
            var (own, evolved, listed) = (OwnEvents(state), Evolved(state), leftAlone.GetValueOrDefault(state.Name, []));
            foreach (var e in own.Where(e => !evolved.Any(e.IsAssignableTo) && !listed.Contains(e.Name)))
                yield return $"{state.Name} neither evolves {e.Name} nor is it in states.txt with a reason: evolve it, or write there why not";
            foreach (var e in listed.Where(name => own.All(o => o.Name != name) || own.Any(o => o.Name == name && evolved.Any(o.IsAssignableTo))))
                yield return $"states.txt says that {state.Name} leaves {e} alone, but it evolves it, or there is no such event";
        }
    }

    /// <summary>The types that Evolve asks for: a pattern on a type is an isinst in its code.</summary>
    public static IReadOnlyList<Type> Evolved(Type state)
    {
        var evolve = state.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic).Single(m => m.Name.EndsWith("Evolve", StringComparison.Ordinal));
        return [.. new Reach(m => m.DeclaringType?.Assembly == state.Assembly).From(evolve).Where(m => m.Code == OpCodes.Isinst).Select(m => m.Member).OfType<Type>().Distinct()];
    }

    private static List<Type> OwnEvents(Type state) =>
        [.. state.Assembly.GetTypes().Where(t => t is { IsAbstract: false, IsInterface: false } && t.IsAssignableTo(typeof(IEvent)) && t.IsNested == state.IsNested)];
}
