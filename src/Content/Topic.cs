namespace Yhteys.Content;

/// <summary>A reason for contact that a resident can find with plain words.</summary>
/// <param name="Line">Service line that handles it.</param>
/// <param name="Words">Words and phrases people use for it, by language.</param>
/// <param name="Synonyms">Terms of a vocabulary (see the file's source), by language: weaker than the everyday words.</param>
public sealed record Topic(string Id, string Line, LocalText Name, TopicWords Words, TopicWords Synonyms);

/// <summary>Search words in the three languages.</summary>
public sealed record TopicWords(IReadOnlyList<string> Fi, IReadOnlyList<string> Sv, IReadOnlyList<string> En)
{
    internal static TopicWords None { get; } = new([], [], []);
}
