namespace Yhteys.Content;

/// <summary>
/// What a module knows about its own kind of content and a schema cannot say, for example that two rules overlap in time.
/// Registered in the service collection; asked each time that content is checked or loaded.
/// </summary>
public interface IContentCheck
{
    /// <summary>The kind it looks at.</summary>
    string Kind { get; }

    /// <summary>What is wrong in files that keep their schema; empty when nothing is.</summary>
    /// <param name="files">The kind's files.</param>
    /// <param name="before">The kinds that come earlier in <see cref="ContentKinds.All"/>, as just read.</param>
    IEnumerable<ContentProblem> Check(IReadOnlyList<ContentFile> files, ContentSnapshot before);

    /// <summary>What is sound and yet may not be meant, for example a limit that nobody publishes any more. It stops nothing; people read it before they take the content into use.</summary>
    /// <param name="next">Sound content.</param>
    /// <param name="inUse">What is in use now; without the files of a kind where that is not known.</param>
    IEnumerable<ContentProblem> Warnings(ContentSnapshot next, ContentSnapshot inUse) => [];
}
