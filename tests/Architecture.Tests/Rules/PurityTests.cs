using System.Reflection;
using Yhteys.Kernel;

namespace Yhteys.Architecture.Tests.Rules;

/// <summary>Decide, Evolve and Fold are pure: what they know comes in by their parameters.</summary>
public sealed class PurityTests
{
    [Fact]
    public void Decisions_and_folds_ask_nothing_that_changes()
    {
        var roots = House.Assemblies.SelectMany(a => a.GetTypes()).SelectMany(Purity.Roots).ToList();

        roots.Count.ShouldBeGreaterThan(40);
        Purity.Impure(roots, a => House.Assemblies.Contains(a)).ShouldBeEmpty();
    }

    [Fact]
    public void Canary()
    {
        var impure = Purity.Impure(Purity.Roots(typeof(Impure)), a => a == Assembly.GetExecutingAssembly()).ToList();

        impure.ShouldContain(i => i.Contains("Decide → Impure.Number → Guid.NewGuid", StringComparison.Ordinal));
        impure.ShouldContain(i => i.Contains("DateTime.get_UtcNow", StringComparison.Ordinal));
        impure.Count.ShouldBe(2);
    }

    private static class Impure
    {
        public static Decision Decide(int days)
        {
            // In a lambda, and two calls away.
            var late = Enumerable.Range(0, days).Any(d => DateTime.UtcNow.Day == d);
            return late ? Decision.Append(Number()) : Decision.Nothing;
        }

        private static Guid Number() => Guid.NewGuid();
    }
}
