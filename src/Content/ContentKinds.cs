namespace Yhteys.Content;

/// <summary>The kinds of content: the folder under content/ and the schema that its files must keep.</summary>
public static class ContentKinds
{
    public const string Rules = "rules";
    public const string Promises = "promises";
    public const string Publications = "publications";
    public const string Escalations = "escalations";
    public const string Recordings = "recordings";
    public const string Services = "services";
    public const string Texts = "texts";
    public const string RedFlags = "redflags";
    public const string Topics = "topics";
    public const string Settings = "settings";
    public const string Boards = "boards";

    /// <summary>All of them; a kind may lean on those before it.</summary>
    public static IReadOnlyList<string> All { get; } = [Settings, Services, Rules, Promises, Publications, Escalations, Recordings, Texts, RedFlags, Topics, Boards];

    /// <summary>
    /// Kinds that decide what people have a right to. A changed file of theirs waits beside the version in use until somebody who may takes it
    /// into use; the others are taken when the program starts, and those that follow these also while it runs.
    /// </summary>
    public static IReadOnlyList<string> Guarded { get; } = [Settings, Rules, Promises];

    /// <summary>Whether the kind is one of <see cref="Guarded"/>.</summary>
    public static bool IsGuarded(string kind) => Guarded.Contains(kind, StringComparer.Ordinal);

    /// <summary>Kinds that name what is in the guarded ones: a law is sound only together with them, and brings them along when they had to change with it.</summary>
    public static IReadOnlyList<string> Following { get; } = [Publications, Escalations];

    /// <summary>The law and what follows it: what changes for all together, by somebody or while the program runs.</summary>
    public static IReadOnlyList<string> OfLaw { get; } = [.. Guarded, .. Following];

    /// <summary>The kind of a file by its path under content/; null for a folder that holds no kind.</summary>
    public static string? Of(string path) => All.FirstOrDefault(kind => path.StartsWith(kind + "/", StringComparison.Ordinal));

    /// <summary>The schema's path under content/: the kind in the singular.</summary>
    public static string SchemaOf(string kind) => $"schemas/{kind[..^1]}.schema.json";
}
