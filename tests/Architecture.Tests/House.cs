using System.Reflection;
using Yhteys.Kernel;
using Yhteys.Testing;
using Yhteys.Web.Host;

namespace Yhteys.Architecture.Tests;

/// <summary>The program as it is built: its assemblies, found from the executable, and the files of the repository.</summary>
internal static class House
{
    /// <summary>The modules in the order of the design; each may use only those before it. Not all of them exist yet.</summary>
    public static readonly string[] Order =
    [
        "Organisation", "Residents", "Access", "Cases", "Assessment", "Booking", "Plans", "Pathways", "HomeCare", "ServiceTray", "Quality",
        "Insight", "Programme", "Fhir",
    ];

    /// <summary>What every module may stand on, and what stands on all modules.</summary>
    public static readonly string[] Ground = ["Kernel", "Calendar", "Content", "Ui"], Roof = ["Demo", "Web"];

    public static IReadOnlyList<Assembly> Assemblies { get; } = Closure(typeof(YhteysHost).Assembly);

    /// <summary>Modules that exist, by the folders under src/Modules.</summary>
    public static IReadOnlyList<string> ModuleFolders { get; } =
        [.. Directory.EnumerateDirectories(Repository.PathOf("src/Modules")).Select(Path.GetFileName).Where(n => File.Exists(Repository.PathOf($"src/Modules/{n}/{n}.csproj"))).Order(StringComparer.Ordinal)!];

    public static IEnumerable<Assembly> Modules => Assemblies.Where(a => Order.Contains(NameOf(a)));

    public static IReadOnlyList<Type> Events { get; } =
        [.. Assemblies.SelectMany(a => a.GetTypes()).Where(t => t is { IsAbstract: false, IsInterface: false } && t.IsAssignableTo(typeof(IEvent)))];

    /// <summary>Kernel, Residents, Web … for an assembly of the house.</summary>
    public static string NameOf(Assembly assembly) => NameOf(assembly.GetName().Name!);

    public static string NameOf(string assembly) =>
        assembly == "yhteys" ? "Web" : assembly.StartsWith("Yhteys.", StringComparison.Ordinal) ? assembly["Yhteys.".Length..] : assembly;

    public static bool IsOurs(string assembly) => assembly == "yhteys" || assembly.StartsWith("Yhteys.", StringComparison.Ordinal);

    private static List<Assembly> Closure(Assembly first)
    {
        var found = new List<Assembly> { first };
        for (var i = 0; i < found.Count; i++)
            found.AddRange(found[i].GetReferencedAssemblies().Where(n => IsOurs(n.Name!)).Select(Assembly.Load).Where(a => !found.Contains(a)));
        return found;
    }
}
