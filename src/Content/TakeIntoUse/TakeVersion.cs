using System.Collections.Immutable;
using Yhteys.Kernel;

namespace Yhteys.Content.TakeIntoUse;

/// <summary>Take this version of a kind into use.</summary>
internal sealed record TakeVersion(string Kind, string Hash, IReadOnlyList<ContentText> Files, string? Reason = null)
{
    /// <summary>The stream of a kind: the same in every county, so that the journal alone finds it.</summary>
    public static Guid StreamOf(string kind) => NamedId.Of("content:" + kind);

    /// <summary>Nothing when the version is in use already; going back to an earlier text is a new version.</summary>
    public static Decision Decide(KindInUse state, TakeVersion command) => string.Equals(state.Hash, command.Hash, StringComparison.Ordinal)
        ? Decision.Nothing
        : Decision.Append(StreamOf(command.Kind), new ContentTakenIntoUse(command.Kind, state.Version + 1, command.Hash, command.Files, command.Reason));

    /// <summary>What a program starts with: nobody has asked for it, so it does not bring back a law, or what follows one, that others have left behind.</summary>
    public static Decision DecideAtStart(KindInUse state, TakeVersion command) =>
        ContentKinds.OfLaw.Contains(command.Kind, StringComparer.Ordinal) && state.Earlier.Contains(command.Hash)
            ? Decision.Nothing
            : Decide(state, command);

    /// <summary>Kinds together that were tried beside the versions whose hashes <paramref name="tried"/> has by kind, also of kinds that stay.</summary>
    public static Decision Decide(Func<string, KindInUse> inUse, IReadOnlyDictionary<string, string> tried, IReadOnlyList<TakeVersion> commands)
    {
        if (tried.Any(t => inUse(t.Key) is { Version: > 0 } now && now.Hash != t.Value))
            return new ChangedSinceOpened();
        var appends = commands.SelectMany(c => Decide(inUse(c.Kind), c) is Decision.Accepted taken ? taken.Appends : []).ToArray();
        return appends.Length == 0 ? new NothingToTake() : Decision.Append(appends);
    }
}

/// <summary>The version of a kind in use; version 0 when none has been.</summary>
/// <param name="Earlier">Hashes of the versions before it.</param>
internal sealed record KindInUse(int Version, string Hash, ImmutableHashSet<string> Earlier) : IState<KindInUse>
{
    public static KindInUse Empty { get; } = new(0, "", []);

    public static KindInUse Evolve(KindInUse state, Recorded recorded) => recorded.Event is ContentTakenIntoUse taken
        ? new(taken.Version, taken.Hash, state.Version == 0 ? [] : state.Earlier.Add(state.Hash).Remove(taken.Hash))
        : state;
}
