namespace Yhteys.Content;

/// <summary>
/// The content in use. <see cref="Load"/> reads the folder again and takes each kind whose files are all sound; of a kind with a bad
/// file the version before stays. Safe to read from any thread: readers see one whole snapshot.
/// </summary>
public sealed class ContentStore
{
    private readonly ContentReading _reading;
    private readonly Lock _loading = new();
    private volatile ContentSnapshot _current = ContentSnapshot.Empty;

    /// <param name="folder">The content folder; null finds the one beside or above the program.</param>
    /// <param name="checks">The modules' own checks.</param>
    /// <exception cref="DirectoryNotFoundException">There is no content folder; the message says what to set.</exception>
    public ContentStore(string? folder = null, IEnumerable<IContentCheck>? checks = null)
    {
        Root = ContentFolder.Find(folder);
        _reading = new(Root, [.. OwnChecks.All, .. checks ?? []]);
    }

    /// <summary>Full path of the content folder.</summary>
    public string Root { get; }

    /// <summary>What is in use now: keep it in a variable when several answers must agree.</summary>
    public ContentSnapshot Current => _current;

    /// <summary>Everything wrong under content/, by kind, file and line; takes nothing into use.</summary>
    public IReadOnlyList<ContentProblem> Check() => _reading.ReadAll(ContentSnapshot.Empty).Problems;

    /// <summary>Reads the folder again.</summary>
    /// <returns>The problems found; a kind that has one keeps its version before, if there was one.</returns>
    public IReadOnlyList<ContentProblem> Load()
    {
        lock (_loading)
        {
            var (next, problems) = _reading.ReadAll(_current);
            _current = next;
            return problems;
        }
    }

    /// <summary>
    /// Puts a version back that the journal holds, for a kind whose files in the folder are not sound at start.
    /// </summary>
    /// <returns>Why it could not be put back (the schema has changed since); empty when it was.</returns>
    public IReadOnlyList<ContentProblem> Restore(string kind, IReadOnlyList<ContentFile> files)
    {
        lock (_loading)
        {
            var problems = _reading.Problems(kind, files, _current);
            if (problems.Count == 0)
                _current = _current.With(kind, files);
            return problems;
        }
    }
}
