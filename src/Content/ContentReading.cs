using System.Text.Json;

namespace Yhteys.Content;

/// <summary>Reads and checks the content folder, kind by kind.</summary>
/// <param name="taken">The versions of a kind that the journal holds, the one in use last.</param>
internal sealed class ContentReading(string root, IReadOnlyList<IContentCheck> checks, Func<string, IReadOnlyList<ContentTakenIntoUse>> taken)
{
    private static readonly FormattableString Unreadable = $"The value here can't be read: it has another form than is looked for, or is too large. Correct it.";

    /// <summary>The snapshot with each sound kind put in, what is wrong in the folder, and what waits there.</summary>
    /// <param name="guarded">A guarded kind stays as the journal has it, and one that follows the law where the folder has something older or unsound.</param>
    public (ContentSnapshot Next, IReadOnlyList<ContentProblem> Problems, IReadOnlyList<OfferedContent> Offered) ReadAll(ContentSnapshot start, bool guarded)
    {
        var (problems, offered, next) = (new List<ContentProblem>(), new List<OfferedContent>(), start);
        foreach (var kind in ContentKinds.All)
        {
            var files = ContentFolder.Read(root, kind);
            var found = Problems(kind, files, next);
            problems.AddRange(found);
            if (guarded && Held(kind, files, found, next, problems) is { } held)
            {
                if (ContentKinds.IsGuarded(kind) && !files.SequenceEqual(held))
                    offered.Add(new(kind, files, found));
                next = next.With(kind, held);
            }
            else if (found.Count == 0)
                next = next.With(kind, files);
        }

        return (next, problems, offered);
    }

    /// <summary>The snapshot with other files of some kinds; null when something is wrong in them, or in a kind that leans on them.</summary>
    /// <param name="following">Also the kinds that follow the guarded ones must be sound beside them; else the files have been taken already, and one that is not stays as it is.</param>
    public (ContentSnapshot? Next, IReadOnlyList<ContentProblem> Problems) With(
        ContentSnapshot start, IReadOnlyDictionary<string, IReadOnlyList<ContentFile>> changed, bool following)
    {
        var (problems, next, sound) = (new List<ContentProblem>(), start, true);
        foreach (var kind in ContentKinds.Guarded.Concat(changed.Keys.Except(ContentKinds.Guarded, StringComparer.Ordinal)))
        {
            var files = changed.TryGetValue(kind, out var given) ? given : start.Files(kind);
            var found = following && changed.ContainsKey(kind) ? Problems(kind, files, next) : OfTaken(kind, files, next);
            problems.AddRange(found);
            if (found.Count == 0)
                next = next.With(kind, files);
            else
                sound &= !following && ContentKinds.Following.Contains(kind, StringComparer.Ordinal);
        }

        if (following && sound)
            (next, sound) = (Followed(next, changed.Keys, problems), problems.Count == 0);
        return (sound ? next : null, problems);
    }

    /// <summary>The kinds that follow a law: as they are in use when they are sound beside it, else as they wait in the folder.</summary>
    private ContentSnapshot Followed(ContentSnapshot next, IEnumerable<string> given, List<ContentProblem> problems)
    {
        foreach (var kind in ContentKinds.Following.Except(given.Concat(next.Missing), StringComparer.Ordinal))
        {
            var found = OfTaken(kind, next.Files(kind), next);
            if (found.Count == 0)
                continue;
            var waiting = ContentFolder.Read(root, kind);
            if (Problems(kind, waiting, next).Count == 0)
                next = next.With(kind, waiting);
            else
                problems.AddRange(found);
        }

        return next;
    }

    public IReadOnlyList<ContentProblem> Problems(string kind, IReadOnlyList<ContentFile> files, ContentSnapshot before)
    {
        var problems = SchemaProblems(kind, files);
        // The modules' checks may take the shape of the files for granted.
        if (problems.Count == 0)
            foreach (var check in checks.Where(c => string.Equals(c.Kind, kind, StringComparison.Ordinal)))
                problems.AddRange(Found(check, files, before));
        return [.. problems.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line)];
    }

    /// <summary>What keeps a version that has been taken into use from being read.</summary>
    public IReadOnlyList<ContentProblem> OfTaken(string kind, IReadOnlyList<ContentFile> files, ContentSnapshot before) =>
        [.. Problems(kind, files, before).Where(problem => !problem.OfTaking)];

    /// <summary>What the checks warn of in sound content.</summary>
    public IReadOnlyList<ContentProblem> Warnings(ContentSnapshot next, ContentSnapshot inUse) =>
        [.. checks.SelectMany(check => check.Warnings(next, inUse)).OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line)];

    /// <summary>The law, and what follows it, as the journal has them in use; without the kinds that this program can't read any more.</summary>
    public ContentSnapshot InUse() => ContentKinds.OfLaw.Aggregate(ContentSnapshot.Empty, (known, kind) =>
        taken(kind) is [.., var last] && last.ToFiles() is var files && OfTaken(kind, files, known).Count == 0 ? known.With(kind, files) : known);

    /// <summary>Files that were in use before those of now: the folder they lie in has been left behind.</summary>
    public bool AreEarlier(string kind, IReadOnlyList<ContentFile> files) => AreEarlier(files, taken(kind));

    private static bool AreEarlier(IReadOnlyList<ContentFile> files, IReadOnlyList<ContentTakenIntoUse> versions) =>
        ContentFile.HashOf(files) is var hash && versions.Any(v => v.Hash == hash) && versions[^1].Hash != hash;

    /// <summary>The files that a kind keeps as the journal has them; null when those of the folder may be taken.</summary>
    private IReadOnlyList<ContentFile>? Held(
        string kind, IReadOnlyList<ContentFile> files, IReadOnlyList<ContentProblem> found, ContentSnapshot before, List<ContentProblem> problems)
    {
        var follows = ContentKinds.Following.Contains(kind, StringComparer.Ordinal);
        if (!follows && !ContentKinds.IsGuarded(kind) || taken(kind) is not [.., var last] versions)
            return null;
        var earlier = follows && AreEarlier(files, versions);
        if (follows && !earlier && found.Count == 0)
            return null;
        var held = last.ToFiles();
        var unsound = OfTaken(kind, held, before);
        if (unsound.Count > 0)
        {
            // The schema has changed with the program: what was in use can't be used any more, so the folder's version must do.
            problems.AddRange(unsound.Except(problems));
            return null;
        }

        if (earlier)
            problems.Add(new(files[0].Path, 1, "$", $"The files of {kind} here are older than version {last.Version}, which is in use: bring that version here, or change them while the program runs."));
        // A new phone number takes nobody's right away.
        var same = kind == ContentKinds.Settings && found.Count == 0 && before.With(kind, files).County.Clocks == before.With(kind, held).County.Clocks;
        return same ? null : held;
    }

    /// <summary>What a check finds; a value that the schema lets through and the module can't read is a problem of its file.</summary>
    private static IReadOnlyList<ContentProblem> Found(IContentCheck check, IReadOnlyList<ContentFile> files, ContentSnapshot before)
    {
        try
        {
            return [.. check.Check(files, before)];
        }
        catch (JsonException unread)
        {
            var file = files.Skip(1).FirstOrDefault(f => Found(check, [f], before).Any(p => p.Reason == Unreadable.Format)) ?? files[0];
            return [new(file.Path, 1 + (int)(unread.LineNumber ?? 0), unread.Path ?? "$", Unreadable)];
        }
    }

    private List<ContentProblem> SchemaProblems(string kind, IReadOnlyList<ContentFile> files)
    {
        var problems = new List<ContentProblem>();
        var schemaFile = ContentKinds.SchemaOf(kind);
        var schemaPath = Path.Combine(root, schemaFile);
        if (!File.Exists(schemaPath))
            return [new(schemaFile, 1, "$", $"The schema of {kind} is missing: put it back.")];
        if (files.Count == 0)
            return [new(kind, 1, "$", $"There is no file of {kind}: the folder content/{kind} needs at least one .json file.")];
        if (JsonSchema.Parse(schemaFile, File.ReadAllText(schemaPath), problems) is { } schema)
            problems.AddRange(files.SelectMany(f => schema.Check(f.Path, f.Json)));
        return problems;
    }
}
