using System.Reflection;
using System.Text.RegularExpressions;
using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;

namespace Yhteys.Architecture.Tests.Rules;

/// <summary>What each event owes to whoever reads the journal in twenty years.</summary>
internal static partial class EventRules
{
    private static readonly string[] Registers = ["health", "social", "none"];

    // Fields by whose name somebody would write free text or a person's data.
    private static readonly string[] Telling =
        ["Text", "Note", "Reason", "Ground", "Message", "Description", "Comment", "Address", "Email", "Code", "IdentityCode", "ContactData", "Summary", "Wish", "Explanation"];

    public static IEnumerable<string> OfAliases(IReadOnlyList<Type> events)
    {
        foreach (var e in events)
            if (AliasOf(e) is not { } alias)
                yield return $"{e.Name} has no alias";
            else if (!Form().IsMatch(alias))
                yield return $"{alias} is not of the form module.what-happened/1";
            else if (House.Order.Contains(House.NameOf(e.Assembly)) && !alias.StartsWith(House.NameOf(e.Assembly).ToLowerInvariant() + ".", StringComparison.Ordinal))
                yield return $"{alias} does not begin with its module, {House.NameOf(e.Assembly)}";
        foreach (var twice in events.GroupBy(AliasOf).Where(g => g.Key is not null && g.Count() > 1))
            yield return $"{twice.Key} is on {string.Join(" and ", twice.Select(t => t.Name))}";
    }

    public static IEnumerable<string> OfShape(IReadOnlyList<Type> events) =>
        from e in events
        let constructors = e.GetConstructors()
        let wrong = e switch
        {
            { IsSealed: false } => "is not sealed",
            _ when e.GetMethod("<Clone>$") is null => "is not a record",
            _ when constructors.Length != 1 || constructors[0].GetParameters().Length == 0 => "is not a positional record",
            _ when e.GetProperties().Any(p => p.SetMethod is not null && constructors[0].GetParameters().All(c => c.Name != p.Name)) => "keeps a field outside its positions",
            _ => null,
        }
        where wrong is not null
        select $"{e.Name} {wrong}";

    /// <summary>The register is one of the three, fixed for the type or told by each event in a field.</summary>
    public static IEnumerable<string> OfRegister(IEnumerable<IEvent> events) =>
        from e in events
        where !Registers.Contains(e.Register) && e.GetType().GetConstructors()[0].GetParameters().All(p => p.Name != nameof(IEvent.Register))
        select $"{e.GetType().Name}: register '{e.Register}'";

    public static IEnumerable<string> OfFreeText(IReadOnlyList<Type> events, IReadOnlySet<string> known) =>
        from e in events
        from p in e.GetConstructors()[0].GetParameters()
        let name = $"{AliasOf(e)} {p.Name}"
        where p.ParameterType == typeof(string) && Telling.Contains(p.Name) && !known.Contains(name)
        select $"{name} is open text: write it as Sealed<string>, or say why it is a code";

    private static string? AliasOf(Type type) => type.GetCustomAttribute<AliasAttribute>()?.Name;

    [GeneratedRegex(@"^[a-z]+\.[a-z]+(-[a-z]+)*/[0-9]+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();
}
