using System.Reflection;
using Yhteys.Architecture.Tests.Il;
using Yhteys.Web.Cli;

namespace Yhteys.Architecture.Tests.Rules;

/// <summary>The machine's clock is asked through NodaTime's IClock, and only the command line speaks to the terminal.</summary>
public sealed class ClockAndConsoleTests
{
    private static readonly (Type Type, string Member)[] MachineTime =
    [
        (typeof(DateTime), "get_Now"), (typeof(DateTime), "get_UtcNow"), (typeof(DateTime), "get_Today"),
        (typeof(DateTimeOffset), "get_Now"), (typeof(DateTimeOffset), "get_UtcNow"),
    ];

    [Fact]
    public void Nobody_asks_the_machine_for_the_time() =>
        Users(House.Assemblies.SelectMany(a => a.GetTypes()), m => MachineTime.Contains((m.DeclaringType!, m.Name))).ShouldBeEmpty();

    [Fact]
    public void Only_the_command_line_writes_to_the_console() =>
        Users(House.Assemblies.SelectMany(a => a.GetTypes()).Where(t => t.Namespace != typeof(Terminal).Namespace && t != typeof(Web.Program)), m => m.DeclaringType == typeof(Console))
            .ShouldBeEmpty();

    [Fact]
    public void Canary()
    {
        Users([typeof(Chatty)], m => MachineTime.Contains((m.DeclaringType!, m.Name))).ShouldBe(["Chatty.Now → DateTime.get_Now"]);
        Users([typeof(Chatty)], m => m.DeclaringType == typeof(Console)).ShouldBe(["Chatty.Say → Console.WriteLine"]);
    }

    private static IEnumerable<string> Users(IEnumerable<Type> types, Func<MemberInfo, bool> forbidden) =>
        from type in types
        from method in Reach.MethodsOf(type)
        from mention in IlReader.Mentions(method)
        where forbidden(mention.Member)
        select $"{type.Name}.{method.Name} → {mention.Member.DeclaringType!.Name}.{mention.Member.Name}";

    private static class Chatty
    {
        public static DateTime Now() => DateTime.Now;

        public static void Say() => Console.WriteLine("hello");
    }
}
