using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Access.ReadLaw;
using Yhteys.Access.TryLaw;
using Yhteys.Access.Views;
using Yhteys.Content;
using Yhteys.Content.TakeIntoUse;
using Yhteys.Kernel;

namespace Yhteys.Access.DraftLaw;

/// <summary>A draft as it can be tried.</summary>
/// <param name="Id">The draft's id, or <see cref="DraftLaws.Folder"/> for the files that wait in the content folder.</param>
/// <param name="Name">Null for those of the folder.</param>
/// <param name="Saves">Its version, of which results are told.</param>
/// <param name="Files">The files that it changes, whole.</param>
/// <param name="Content">Checked content with these files in the place of those in use; null when something is wrong.</param>
public sealed record Draft(
    string Id, string? Name, int Saves, Instant? SavedAt, Guid? By, IReadOnlyList<ContentText> Files, ContentSnapshot? Content, IReadOnlyList<ContentProblem> Problems)
{
    /// <summary>What is sound in it, but would end something that is published or watched.</summary>
    public IReadOnlyList<ContentProblem> Warnings { get; init; } = [];

    /// <summary>Null when something is wrong in the files.</summary>
    public Law? Law { get; } = Content is null ? null : Law.Of(Content);

    public LawDifference? Difference(Law inForce) => Law is null ? null : LawDifference.Between(inForce, Law);
}

/// <summary>Drafts that are saved in the journal, and the one that lies in the content folder.</summary>
internal sealed class DraftLaws(Journal journal, ContentStore content, ContentHistory history, LawHistory laws)
{
    public const string Folder = "folder";

    /// <summary>Those that have not been in use first, the newest before the others; then those that have, the latest first.</summary>
    public IReadOnlyList<ListedDraft> All()
    {
        var drafts = journal.Query<LawDraftRow>(v => $"select * from {v.Table<LawDraftRow>()} order by savedat desc");
        if (drafts.Count == 0)
            return [];
        var versions = laws.All();
        return [.. drafts.Select(d => new ListedDraft(d, DraftUse.Of(FilesOf(d.Draft), d.SavedAt, versions))).OrderBy(d => d.Use is not null).ThenByDescending(d => d.Use?.From)];
    }

    /// <summary>Null while the draft has not been in use, and for the files of the folder.</summary>
    public DraftUse? UseOf(Draft draft) => draft.SavedAt is { } saved ? DraftUse.Of(draft.Files, saved, laws.All()) : null;

    /// <summary>The draft, checked against what is in use now; null when there is none.</summary>
    public Draft? Find(string id) => id == Folder ? OfFolder() : Guid.TryParse(id, out var draft) ? Saved(draft) : null;

    /// <summary>The files that lie in the content folder and are not in use; null when all are.</summary>
    public Draft? OfFolder()
    {
        var offered = content.Offered();
        if (offered.Count == 0)
            return null;
        var kinds = offered.ToDictionary(o => o.Kind, o => o.Files, StringComparer.Ordinal);
        var (next, problems) = content.With(kinds);
        var inUse = content.Current;
        return new(Folder, null, 1, null, null, [.. offered.SelectMany(o => o.Files.Except(inUse.Files(o.Kind))).Select(f => new ContentText(f.Path, f.Json))], next, problems) { Warnings = Warnings(next) };
    }

    /// <summary>What somebody has taken into use and the draft would undo: its files, or those of the folder, may be older.</summary>
    public IReadOnlyList<TakenBack> TakenBackBy(Draft? draft, Law inUse) => draft is { Law: { } law } ? TakenBack.By(law, inUse, laws.All()) : [];

    /// <summary>
    /// The files in use that are to be written into the content folder, so that it undoes nothing, with their versions: those that hold what the takings
    /// changed. In the others is new work of the folder's own.
    /// </summary>
    public IReadOnlyList<(string Path, int Version)> ToWrite(IReadOnlyList<TakenBack> takings)
    {
        if (takings.Count == 0)
            return [];
        var rules = takings.SelectMany(taking => taking.What.Rules).Select(rule => rule.Id).ToHashSet(StringComparer.Ordinal);
        var settings = takings.Any(taking => taking.What.Settings.Count > 0);
        var (inUse, versions) = (content.Current, history.Versions());
        return [.. content.Offered().SelectMany(o => inUse.Files(o.Kind).Except(o.Files).Where(f => Holds(f, o)).Select(f => (f.Path, versions.First(v => v.Kind == o.Kind).Number)))];

        bool Holds(ContentFile file, OfferedContent offered) => file.Kind == ContentKinds.Settings
            ? settings
            : RuleIds.In(offered.Files.Where(f => f.Path == file.Path).Append(file).Select(f => new ContentText(f.Path, f.Json))).Overlaps(rules);
    }

    /// <summary>The content in use with some files put in their places.</summary>
    public (ContentSnapshot? Next, IReadOnlyList<ContentProblem> Problems) With(IReadOnlyList<ContentText> files)
    {
        var inUse = content.Current;
        var kinds = files.GroupBy(f => ContentKinds.Of(f.Path) ?? "").ToDictionary(
            g => g.Key,
            g => (IReadOnlyList<ContentFile>)[.. inUse.Files(g.Key).Where(f => g.All(other => other.Path != f.Path)).Concat(g.Select(f => ContentFile.Of(g.Key, f.Path, f.Json))).OrderBy(f => f.Path, StringComparer.Ordinal)],
            StringComparer.Ordinal);
        return content.With(kinds);
    }

    /// <summary>Of these files those that say something else than the ones in use, with line ends as in the content folder: a browser sends others.</summary>
    public IReadOnlyList<ContentText> Changed(IEnumerable<ContentText> files)
    {
        var inUse = content.Current;
        return [.. files.Select(f => ContentFile.Of(ContentKinds.Of(f.Path) ?? "", f.Path, f.Json)).Where(f => !inUse.Files(f.Kind).Contains(f)).Select(f => new ContentText(f.Path, f.Json))];
    }

    /// <summary>The files whose place a brought file may take.</summary>
    public IReadOnlyList<string> Paths() => [.. ContentKinds.Guarded.SelectMany(kind => content.Current.Files(kind)).Select(f => f.Path)];

    private IReadOnlyList<ContentText> FilesOf(Guid draft) => journal.Stream(draft).Select(r => r.Event).OfType<DraftLawSaved>().Last().Files;

    private IReadOnlyList<ContentProblem> Warnings(ContentSnapshot? next) => next is null ? [] : content.Warnings(next);

    private Draft? Saved(Guid draft)
    {
        if (journal.Find<LawDraftRow>(draft) is not { } row)
            return null;
        var files = FilesOf(draft);
        var (next, problems) = With(files);
        return new(draft.ToString(), row.Name, row.Saves, row.SavedAt, row.By, files, next, problems) { Warnings = Warnings(next) };
    }
}
