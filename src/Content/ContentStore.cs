namespace Yhteys.Content;

/// <summary>
/// The content in use. <see cref="Load"/> reads the folder again and takes each kind whose files are all sound; of a kind with a bad
/// file the version before stays. A kind that decides rights (<see cref="ContentKinds.Guarded"/>) stays as the journal has it until
/// <see cref="Use"/>. Safe to read from any thread: readers see one whole snapshot.
/// </summary>
public sealed class ContentStore
{
    private readonly ContentReading _reading;
    private readonly Lock _loading = new();
    private volatile ContentSnapshot _current = ContentSnapshot.Empty;

    /// <param name="folder">The content folder; null finds the one beside or above the program.</param>
    /// <param name="checks">The modules' own checks.</param>
    /// <param name="taken">The versions of a kind that the journal holds, the one in use last.</param>
    /// <exception cref="DirectoryNotFoundException">There is no content folder; the message says what to set.</exception>
    public ContentStore(string? folder = null, IEnumerable<IContentCheck>? checks = null, Func<string, IReadOnlyList<ContentTakenIntoUse>>? taken = null)
    {
        Root = ContentFolder.Find(folder);
        _reading = new(Root, [.. OwnChecks.All, .. checks ?? []], taken ?? (_ => []));
    }

    /// <summary>Full path of the content folder.</summary>
    public string Root { get; }

    /// <summary>What is in use now: keep it in a variable when several answers must agree.</summary>
    public ContentSnapshot Current => _current;

    /// <summary>Everything wrong under content/, by kind, file and line; takes nothing into use.</summary>
    public IReadOnlyList<ContentProblem> Check() => CheckWhole().Problems;

    /// <summary>The same, and what is sound but may not be meant: with a journal also what would end that is in use there.</summary>
    public (IReadOnlyList<ContentProblem> Problems, IReadOnlyList<ContentProblem> Warnings) CheckWhole()
    {
        var (next, problems, _) = _reading.ReadAll(ContentSnapshot.Empty, guarded: false);
        return (problems, problems.Count > 0 ? [] : _reading.Warnings(next, _reading.InUse()));
    }

    /// <summary>What is sound in other content but may not be meant, beside what is in use.</summary>
    public IReadOnlyList<ContentProblem> Warnings(ContentSnapshot next) => Warnings(next, _current);

    /// <summary>What is sound in content but may not be meant, beside what was in use before it.</summary>
    public IReadOnlyList<ContentProblem> Warnings(ContentSnapshot next, ContentSnapshot before) => _reading.Warnings(next, before);

    /// <summary>What waits in the folder as it is now to be tried and taken into use.</summary>
    public IReadOnlyList<OfferedContent> Offered() => _reading.ReadAll(_current, guarded: true).Offered;

    /// <summary>The content in use with other files of some kinds; takes nothing into use.</summary>
    /// <returns>The snapshot, or null and what is wrong.</returns>
    public (ContentSnapshot? Next, IReadOnlyList<ContentProblem> Problems) With(IReadOnlyDictionary<string, IReadOnlyList<ContentFile>> changed) =>
        _reading.With(_current, changed, following: true);

    /// <summary>
    /// The same with versions that have been taken into use already, here or by another node: what follows the law is not asked, and stays as it is
    /// here when this program can't work with the version taken.
    /// </summary>
    public (ContentSnapshot? Next, IReadOnlyList<ContentProblem> Problems) WithTaken(IReadOnlyDictionary<string, IReadOnlyList<ContentFile>> taken) =>
        _reading.With(_current, taken, following: false);

    /// <summary>The files of a kind in the folder as it is now.</summary>
    internal IReadOnlyList<ContentFile> InFolder(string kind) => ContentFolder.Read(Root, kind);

    /// <summary>What is wrong in files of a kind beside other content.</summary>
    internal IReadOnlyList<ContentProblem> Problems(string kind, IReadOnlyList<ContentFile> files, ContentSnapshot beside) => _reading.Problems(kind, files, beside);

    /// <summary>Files that were in use before those of now.</summary>
    internal bool AreEarlier(string kind, IReadOnlyList<ContentFile> files) => _reading.AreEarlier(kind, files);

    /// <summary>Reads the folder again.</summary>
    /// <returns>The problems found; a kind that has one keeps its version before, if there was one.</returns>
    public IReadOnlyList<ContentProblem> Load()
    {
        lock (_loading)
        {
            var (next, problems, _) = _reading.ReadAll(_current, guarded: true);
            _current = next;
            return problems;
        }
    }

    /// <summary>
    /// A checked snapshot whose guarded kinds, and those that follow them, are in use from now on; its other kinds may be older than those in
    /// use, which stay.
    /// </summary>
    public void Use(ContentSnapshot taken)
    {
        lock (_loading)
            _current = ContentKinds.OfLaw.Except(taken.Missing, StringComparer.Ordinal)
                .Aggregate(_current, (now, kind) => now.With(kind, taken.Files(kind)));
    }

    /// <summary>
    /// Puts a version back that the journal holds, for a kind whose files in the folder are not sound at start.
    /// </summary>
    /// <returns>Why it could not be put back (the schema has changed since); empty when it was.</returns>
    public IReadOnlyList<ContentProblem> Restore(string kind, IReadOnlyList<ContentFile> files)
    {
        lock (_loading)
        {
            var problems = _reading.OfTaken(kind, files, _current);
            if (problems.Count == 0)
                _current = _current.With(kind, files);
            return problems;
        }
    }
}
