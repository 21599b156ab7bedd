using System.Diagnostics;
using System.Reflection;
using System.Security.Cryptography;
using NodaTime;
using Yhteys.Architecture.Tests.Il;
using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;
using Yhteys.Kernel.Storage;

namespace Yhteys.Architecture.Tests.Rules;

/// <summary>What a decision or a fold may not ask: clock, chance, files, the reader's language, the journal itself.</summary>
internal static class Purity
{
    private static readonly Type[] NeverAsked =
        [typeof(Stopwatch), typeof(Random), typeof(RandomNumberGenerator), typeof(SystemClock), typeof(TimeProvider), typeof(Console), typeof(File), typeof(Journal), typeof(Database), typeof(Thread)];

    private static readonly (Type Type, string Member)[] Asked =
    [
        (typeof(DateTime), "get_Now"), (typeof(DateTime), "get_UtcNow"), (typeof(DateTime), "get_Today"),
        (typeof(DateTimeOffset), "get_Now"), (typeof(DateTimeOffset), "get_UtcNow"),
        (typeof(Guid), nameof(Guid.NewGuid)), (typeof(Guid), nameof(Guid.CreateVersion7)),
        (typeof(IClock), nameof(IClock.GetCurrentInstant)),
        (typeof(Environment), "get_TickCount"), (typeof(Environment), "get_TickCount64"), (typeof(Environment), nameof(Environment.GetEnvironmentVariable)),
        (typeof(System.Globalization.CultureInfo), "get_CurrentCulture"), (typeof(System.Globalization.CultureInfo), "get_CurrentUICulture"),
    ];

    /// <summary>Decisions, evolutions and folds of a type.</summary>
    public static IEnumerable<MethodBase> Roots(Type type) => Reach.MethodsOf(type).Where(m =>
        (m.IsStatic && m.Name == "Decide" && m is MethodInfo { ReturnType: var returned } && returned == typeof(Decision))
        || (m.IsStatic && m.Name == "Evolve")
        || (m.Name == "Fold" && m.IsVirtual));

    /// <summary>What is asked, and by which way.</summary>
    public static IEnumerable<string> Impure(IEnumerable<MethodBase> roots, Func<Assembly, bool> ours) => roots
        .SelectMany(new Reach(m => m.DeclaringType is { } type && ours(type.Assembly) && !IsGiven(type)).From)
        .Where(m => IsAsked(m.Member))
        .Select(m => $"{m.Path} → {m.Member.DeclaringType?.Name}.{m.Member.Name}").Distinct();

    // What the writer gives along: streams and rows of inline views in the command's own transaction. And the vault is the one view that
    // opens what it folds; a key once made never changes, it can only be gone.
    private static bool IsGiven(Type type) => type == typeof(Work) || type == typeof(KeyRing);

    private static bool IsAsked(MemberInfo member) =>
        (member.DeclaringType is { } type && NeverAsked.Contains(type)) || Asked.Contains((member.DeclaringType!, member.Name));
}
