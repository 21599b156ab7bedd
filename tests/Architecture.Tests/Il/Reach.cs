using System.Reflection;
using System.Runtime.CompilerServices;

namespace Yhteys.Architecture.Tests.Il;

/// <summary>The methods that a method can come to inside given assemblies: calls, lambdas, iterators. What is behind an interface is not followed.</summary>
internal sealed class Reach(Func<MethodBase, bool> follows)
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>Each mention that can be reached, with the chain of methods that leads there.</summary>
    public IEnumerable<(string Path, System.Reflection.Emit.OpCode Code, MemberInfo Member)> From(MethodBase root)
    {
        var seen = new HashSet<MethodBase> { root };
        var open = new Queue<(MethodBase Method, string Path)>([(root, NameOf(root))]);
        while (open.TryDequeue(out var next))
            foreach (var (code, member) in Mentions(next.Method))
            {
                yield return (next.Path, code, member);
                if (member is MethodBase called && follows(called) && seen.Add(called))
                    open.Enqueue((called, $"{next.Path} → {NameOf(called)}"));
            }
    }

    public static IEnumerable<MethodBase> MethodsOf(Type type) => type.GetMethods(Any).Concat<MethodBase>(type.GetConstructors(Any));

    /// <summary>What a method mentions, and what its iterator or its async body does.</summary>
    public static IEnumerable<(System.Reflection.Emit.OpCode Code, MemberInfo Member)> Mentions(MethodBase method)
    {
        // The body of an iterator or an async method is in a class that the compiler makes.
        var machine = method.GetCustomAttribute<StateMachineAttribute>()?.StateMachineType;
        return machine is null ? IlReader.Mentions(method) : IlReader.Mentions(method).Concat(MethodsOf(machine).SelectMany(IlReader.Mentions));
    }

    private static string NameOf(MethodBase method) => $"{method.DeclaringType?.Name}.{method.Name}";
}
