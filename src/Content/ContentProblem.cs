using System.Text.Json.Serialization;

namespace Yhteys.Content;

/// <summary>One thing that is wrong in a content file, said so that the person who wrote the file can mend it. Two that say the same are the same.</summary>
/// <param name="File">Path from the content folder, with forward slashes: <c>services/health.json</c>.</param>
/// <param name="Line">Line in the file, from 1.</param>
/// <param name="Path">Place in the document as a JSON path: <c>$.lines[2].name.sv</c>.</param>
/// <param name="Sentence">Says in English what is wrong and what to do; Sentences.resx has it in Finnish and Swedish.</param>
public sealed record ContentProblem(string File, int Line, string Path, [property: JsonIgnore] FormattableString Sentence)
{
    /// <summary>
    /// It keeps files from being taken into use. Those that are in use already, or were, are read in spite of it: a check that came later takes no law away
    /// by which people have been answered.
    /// </summary>
    [JsonIgnore]
    public bool OfTaking { get; init; }

    /// <summary>The sentence in English, as the command line and the logs say it.</summary>
    public string Reason { get; } = Sentences.In("en", Sentence);

    /// <summary>The sentence in the language "fi", "sv" or "en".</summary>
    public string In(string language) => Sentences.In(language, Sentence);

    public bool Equals(ContentProblem? other) => other is not null && (File, Line, Path, Reason) == (other.File, other.Line, other.Path, other.Reason);

    public override int GetHashCode() => HashCode.Combine(File, Line, Path, Reason);

    public override string ToString() => $"{File}, line {Line}, {Path}: {Reason}";
}
