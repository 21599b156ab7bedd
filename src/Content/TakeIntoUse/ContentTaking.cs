using Yhteys.Kernel;

namespace Yhteys.Content.TakeIntoUse;

/// <summary>Brings the folder, the store and the journal together, at start and whenever the folder has changed.</summary>
public sealed class ContentTaking(Journal journal, ContentStore store)
{
    /// <summary>
    /// Loads the folder and takes each sound kind into use. A kind with a bad file keeps its version; at start that is the last one
    /// that the journal holds. When <see cref="ContentSnapshot.Missing"/> is still not empty, the program cannot serve.
    /// </summary>
    /// <returns>The problems, to be shown and logged.</returns>
    public async Task<IReadOnlyList<ContentProblem>> Take(Actor actor)
    {
        var problems = store.Load().ToList();
        foreach (var kind in store.Current.Missing)
            if (InUse(kind) is { } last)
                problems.AddRange(store.Restore(kind, [.. last.Files.Select(f => ContentFile.Of(kind, f.Path, f.Json))]));
        var current = store.Current;
        foreach (var kind in ContentKinds.All.Except(current.Missing, StringComparer.Ordinal))
            await Take(actor, new(kind, current.HashOf(kind), [.. current.Files(kind).Select(f => new ContentText(f.Path, f.Json))])).ConfigureAwait(false);
        return problems;
    }

    private Task Take(Actor actor, TakeVersion command)
    {
        var stream = TakeVersion.StreamOf(command.Kind);
        return journal.Handle(new(Guid.NewGuid(), actor, "content", [stream]), work => TakeVersion.Decide(work.State<KindInUse>(stream), command));
    }

    private ContentTakenIntoUse? InUse(string kind) => journal.Stream(TakeVersion.StreamOf(kind)).LastOrDefault()?.Event as ContentTakenIntoUse;
}
