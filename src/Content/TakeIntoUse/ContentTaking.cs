using System.Collections.Concurrent;
using Yhteys.Kernel;

namespace Yhteys.Content.TakeIntoUse;

/// <summary>Brings the folder, the store and the journal together, at start and whenever the folder has changed.</summary>
public sealed class ContentTaking(Journal journal, ContentStore store)
{
    // By kind: the folder's files that are in use or were when the program started, and what was unsound beside which law.
    private readonly ConcurrentDictionary<string, string> _seen = new(StringComparer.Ordinal), _unsound = new(StringComparer.Ordinal);

    /// <summary>
    /// Loads the folder and takes each sound kind into use; a guarded kind that the journal holds already waits for <see cref="Take(Envelope, ContentSnapshot, ContentSnapshot, string)"/>.
    /// A kind with a bad file keeps its version, and so does one that follows the law when the folder has an earlier one; at start that is the last one that the journal holds. When <see cref="ContentSnapshot.Missing"/> is still not empty, the program cannot serve.
    /// An earlier law or plan, which an older program may have to work with, is never recorded for all.
    /// </summary>
    /// <returns>The problems, to be shown and logged.</returns>
    public async Task<IReadOnlyList<ContentProblem>> Take(Actor actor)
    {
        var problems = store.Load().ToList();
        foreach (var kind in store.Current.Missing)
            if (InUse(kind) is { } last)
                problems.AddRange(store.Restore(kind, last.ToFiles()));
        var current = store.Current;
        foreach (var kind in ContentKinds.All.Except(current.Missing, StringComparer.Ordinal))
            await Start(actor, new(kind, current.HashOf(kind), TextsOf(current, kind))).ConfigureAwait(false);
        return problems;
    }

    /// <summary>
    /// Records that a kind that follows the law is in use as the folder has it, when somebody has changed its files while the program runs. Those
    /// who work with it go over to it when they see the event, as they do when another node has recorded it.
    /// </summary>
    /// <returns>What is wrong in changed files, once beside each law; then the version before stays.</returns>
    public async Task<IReadOnlyList<ContentProblem>> TakeChanged(string kind, Actor actor)
    {
        var (files, current) = (store.InFolder(kind), store.Current);
        var hash = ContentFile.HashOf(files);
        var tried = string.Join(' ', ContentKinds.Guarded.Select(current.HashOf).Prepend(hash));
        if (hash == _seen.GetOrAdd(kind, k => store.AreEarlier(k, files) ? hash : current.HashOf(k)) || tried == _unsound.GetValueOrDefault(kind))
            return [];
        var found = store.Problems(kind, files, current);
        if (found.Count > 0)
        {
            _unsound[kind] = tried;
            return found;
        }

        // A law that has been taken meanwhile: the plan is tried beside that one when this node has gone over to it.
        if (await Take(new(Guid.NewGuid(), actor, "content"), current, ContentKinds.Guarded, [new(kind, hash, TextsOf(files))]).ConfigureAwait(false)
            is not Outcome.Refused { Refusal: ChangedSinceOpened })
            _seen[kind] = hash;
        return [];
    }

    /// <summary>
    /// Records that the guarded kinds of a checked snapshot, and those that had to change with them, are in use from now on, by somebody who may
    /// and with a reason.
    /// </summary>
    /// <param name="before">What was in use when it was tried: refused when something else has been taken since.</param>
    public Task<Outcome> Take(Envelope envelope, ContentSnapshot before, ContentSnapshot next, string reason)
    {
        var following = ContentKinds.Following.Where(kind => next.HashOf(kind) != before.HashOf(kind));
        var commands = ContentKinds.Guarded.Concat(following).Select(kind => new TakeVersion(kind, next.HashOf(kind), TextsOf(next, kind), reason)).ToList();
        return Take(envelope, before, ContentKinds.OfLaw, commands);
    }

    /// <param name="beside">The kinds that must still be as they were when it was tried.</param>
    private Task<Outcome> Take(Envelope envelope, ContentSnapshot before, IReadOnlyList<string> beside, IReadOnlyList<TakeVersion> commands)
    {
        var tried = beside.ToDictionary(kind => kind, before.HashOf, StringComparer.Ordinal);
        return journal.Handle(envelope with { Streams = [.. beside.Union(commands.Select(c => c.Kind), StringComparer.Ordinal).Select(TakeVersion.StreamOf)] }, work =>
            TakeVersion.Decide(kind => work.State<KindInUse>(TakeVersion.StreamOf(kind)), tried, commands));
    }

    private static List<ContentText> TextsOf(ContentSnapshot content, string kind) => TextsOf(content.Files(kind));

    private static List<ContentText> TextsOf(IReadOnlyList<ContentFile> files) => [.. files.Select(f => new ContentText(f.Path, f.Json))];

    private Task Start(Actor actor, TakeVersion command)
    {
        var stream = TakeVersion.StreamOf(command.Kind);
        return journal.Handle(new(Guid.NewGuid(), actor, "content", [stream]), work => TakeVersion.DecideAtStart(work.State<KindInUse>(stream), command));
    }

    private ContentTakenIntoUse? InUse(string kind) => journal.Stream(TakeVersion.StreamOf(kind)).LastOrDefault()?.Event as ContentTakenIntoUse;
}
