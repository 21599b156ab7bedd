using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yhteys.Kernel;

namespace Yhteys.Architecture.Tests.Rules;

/// <summary>Which public types have a reason to be public.</summary>
internal static class Exposure
{
    private const BindingFlags Members = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Public types without a reason.</summary>
    /// <param name="usedElsewhere">Full names of types that another assembly of the product uses.</param>
    public static IReadOnlyList<string> WithoutReason(IEnumerable<Type> types, IReadOnlySet<string> usedElsewhere)
    {
        var exported = types.Where(t => t.IsVisible && !t.IsNested && t.Name != "_Imports").ToList();
        var fine = new HashSet<Type>(exported.Where(t => HasReason(t) || usedElsewhere.Contains(t.FullName!)));
        // What a public type shows must be public too.
        var open = new Queue<Type>(fine);
        while (open.TryDequeue(out var next))
            foreach (var shown in Shown(next).SelectMany(Parts).Where(t => t.Assembly == next.Assembly))
                if (fine.Add(shown))
                    open.Enqueue(shown);
        return [.. exported.Except(fine).Select(t => t.FullName!).Order(StringComparer.Ordinal)];
    }

    /// <summary>Types of the house that each of its assemblies takes from the others.</summary>
    public static IReadOnlySet<string> UsedByOthers() => House.Assemblies.SelectMany(References).ToHashSet(StringComparer.Ordinal);

    // Events; interfaces, which a module owns for others to implement; components; decisions and the values that they answer with;
    // codes (the compiler leaves no trace of who uses a constant); the markers of text resources; what registers and maps.
    private static bool HasReason(Type type) =>
        type.IsInterface
        || type.IsAssignableTo(typeof(IEvent))
        || type.IsAssignableTo(typeof(IComponent))
        || type.IsAssignableTo(typeof(Refusal))
        || type.GetMethods(BindingFlags.Public | BindingFlags.Static).Any(m => m.ReturnType == typeof(Decision))
        || type.GetFields(BindingFlags.Public | BindingFlags.Static).Any(f => f.IsLiteral && !type.IsEnum)
        || type.Name.EndsWith("Texts", StringComparison.Ordinal)
        || type.GetMethods(BindingFlags.Public | BindingFlags.Static).Any(m => m.GetParameters() is [var first, ..]
            && (first.ParameterType == typeof(IServiceCollection) || first.ParameterType.IsAssignableTo(typeof(IEndpointRouteBuilder))));

    private static IEnumerable<Type> Shown(Type type)
    {
        var members = type.GetMembers(Members).Where(m => m switch
        {
            MethodBase method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly,
            FieldInfo field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly,
            Type nested => nested.IsNestedPublic,
            _ => false,
        });
        return members.SelectMany(m => m switch
        {
            MethodInfo method => method.GetParameters().Select(p => p.ParameterType).Append(method.ReturnType),
            ConstructorInfo constructor => constructor.GetParameters().Select(p => p.ParameterType),
            FieldInfo field => [field.FieldType],
            Type nested => Shown(nested),
            _ => [],
        }).Concat(type.GetInterfaces()).Concat(type.BaseType is { } parent ? [parent] : []);
    }

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition())
        : type.IsNested ? [type.DeclaringType!] : [type];

    private static List<string> References(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        return
        [
            .. from handle in metadata.TypeReferences
               let reference = metadata.GetTypeReference(handle)
               where reference.ResolutionScope.Kind == HandleKind.AssemblyReference
                   && House.IsOurs(metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)reference.ResolutionScope).Name))
               select $"{metadata.GetString(reference.Namespace)}.{metadata.GetString(reference.Name)}",
        ];
    }
}
