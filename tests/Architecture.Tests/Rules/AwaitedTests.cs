using System.Reflection;
using System.Runtime.CompilerServices;
using Yhteys.Architecture.Tests.Il;
using Yhteys.Residents.ReadLog;

namespace Yhteys.Architecture.Tests.Rules;

/// <summary>
/// A page is sent when its entry of the read log is on disk, so the task of the entry may not be thrown away: it is awaited, handed on, or given to the page as
/// what it is sent after. That a task is thrown away shows in the program; the compiler leaves out a variable that nobody reads.
/// </summary>
public sealed class AwaitedTests
{
    [Fact]
    public void No_task_of_the_read_log_is_thrown_away()
    {
        var writers = Writers(House.Assemblies.SelectMany(a => a.GetTypes()));
        writers.Count.ShouldBeGreaterThan(20);
        Dropped(House.Assemblies.SelectMany(a => a.GetTypes()), writers).ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_that_waits_is_called_without_a_task() =>
        House.Assemblies.SelectMany(a => a.GetTypes()).SelectMany(Reach.MethodsOf).Where(IsAsyncVoid).Select(NameOf).ShouldBeEmpty();

    [Fact]
    public void Canary()
    {
        Type[] types = [.. typeof(Hasty).GetNestedTypes(BindingFlags.NonPublic), typeof(Hasty)];
        Dropped(types, Writers(types)).Order(StringComparer.Ordinal).ShouldBe(
            ["Hasty.Forgets → ReadLogBook.Record", "Hasty.ForgetsItsOwn → Hasty.Hands", "Hasty.ForgetsTheWithheld → ReadLogBook.RecordWithheld", "Hasty.NeverReads → ReadLogBook.Record"]);
        typeof(Hasty).GetMethods(BindingFlags.Static | BindingFlags.NonPublic).Where(IsAsyncVoid).Select(NameOf).ShouldBe(["Hasty.Runs"]);
    }

    /// <summary>Those that write entries and hand the task on.</summary>
    private static HashSet<MethodBase> Writers(IEnumerable<Type> types)
    {
        var methods = types.SelectMany(Reach.MethodsOf).OfType<MethodInfo>().Where(m => m.ReturnType.IsAssignableTo(typeof(Task))).ToList();
        var found = new HashSet<MethodBase>(typeof(ReadLogBook).GetMethods().Where(m => m.Name.StartsWith("Record", StringComparison.Ordinal)));
        while (methods.RemoveAll(m => Reach.Mentions(m).Any(mention => found.Contains(mention.Member)) && found.Add(m)) > 0)
        {
        }

        return found;
    }

    private static IEnumerable<string> Dropped(IEnumerable<Type> types, HashSet<MethodBase> writers) =>
        from type in types
        from method in Reach.MethodsOf(type)
        from called in IlReader.Dropped(method)
        where writers.Contains(called)
        select $"{NameOf(method)} → {NameOf(called)}";

    private static bool IsAsyncVoid(MethodBase method) =>
        method is MethodInfo { ReturnType: var type } && type == typeof(void) && method.GetCustomAttribute<AsyncStateMachineAttribute>() is not null;

    // The body of an async method is in a class that the compiler names after it.
    private static string NameOf(MethodBase method) =>
        method.DeclaringType is { Name: ['<', .. var name], DeclaringType: { } outer } ? $"{outer.Name}.{name[..name.IndexOf('>', StringComparison.Ordinal)]}" : $"{method.DeclaringType!.Name}.{method.Name}";

    private static class Hasty
    {
        internal static void Forgets(ReadLogBook log, ReadEntry entry) => _ = log.Record(entry);

        internal static async Task ForgetsTheWithheld(ReadLogBook log, ReadEntry entry)
        {
            await Task.Yield();
            _ = log.RecordWithheld(entry, "");
            await Task.Yield();
        }

        internal static Task Hands(ReadLogBook log, ReadEntry entry) => log.Record(entry, unreleased: true);

        internal static void ForgetsItsOwn(ReadLogBook log, ReadEntry entry) => _ = Hands(log, entry);

        internal static int NeverReads(ReadLogBook log, ReadEntry entry)
        {
            var logged = log.Record(entry);
            return 1;
        }

        internal static async Task Waits(ReadLogBook log, ReadEntry entry)
        {
            var logged = log.Record(entry);
            await logged;
        }

        internal static async void Runs() => await Task.Yield();
    }
}
