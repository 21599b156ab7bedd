namespace Yhteys.Content;

/// <summary>The kinds of content: the folder under content/ and the schema that its files must keep.</summary>
public static class ContentKinds
{
    public const string Rules = "rules";
    public const string Promises = "promises";
    public const string Publications = "publications";
    public const string Services = "services";
    public const string Texts = "texts";
    public const string RedFlags = "redflags";
    public const string Topics = "topics";
    public const string Settings = "settings";

    /// <summary>All of them; a kind may lean on those before it.</summary>
    public static IReadOnlyList<string> All { get; } = [Settings, Services, Rules, Promises, Publications, Texts, RedFlags, Topics];

    /// <summary>The schema's path under content/: the kind in the singular.</summary>
    public static string SchemaOf(string kind) => $"schemas/{kind[..^1]}.schema.json";
}
