using System.Collections.Immutable;

namespace Yhteys.Content;

/// <summary>One whole state of the content: files and hash of each kind, and what they say.</summary>
public sealed class ContentSnapshot
{
    private readonly ImmutableDictionary<string, Kind> _kinds;

    private ContentSnapshot(ImmutableDictionary<string, Kind> kinds) => _kinds = kinds;

    internal static ContentSnapshot Empty { get; } = new(ImmutableDictionary<string, Kind>.Empty);

    /// <summary>Kinds that have no version yet: the host must not start while there is one.</summary>
    public IReadOnlyList<string> Missing => [.. ContentKinds.All.Where(kind => !_kinds.ContainsKey(kind))];

    /// <summary>The county's settings.</summary>
    public County County => Said<County>(ContentKinds.Settings);

    /// <summary>Service lines, urgencies, professions and unit kinds.</summary>
    public ServiceLines Services => Said<ServiceLines>(ContentKinds.Services);

    /// <summary>Help and emergency texts.</summary>
    public TextBook Texts => Said<TextBook>(ContentKinds.Texts);

    /// <summary>The red-flag word list.</summary>
    public RedFlagList RedFlags => Said<RedFlagList>(ContentKinds.RedFlags);

    /// <summary>Topics of the contact form.</summary>
    public IReadOnlyList<Topic> Topics => Said<IReadOnlyList<Topic>>(ContentKinds.Topics);

    /// <summary>The files of a kind in the order of their paths; empty when there is no version.</summary>
    public IReadOnlyList<ContentFile> Files(string kind) => _kinds.TryGetValue(kind, out var k) ? k.Files : [];

    /// <summary>SHA-256 over the kind's files, the same for the same files in any order.</summary>
    public string HashOf(string kind) => ContentFile.HashOf(Files(kind));

    internal ContentSnapshot With(string kind, IReadOnlyList<ContentFile> files) =>
        _kinds.TryGetValue(kind, out var old) && old.Files.SequenceEqual(files) ? this : new(_kinds.SetItem(kind, new(files, ContentReader.Read(kind, files))));

    private T Said<T>(string kind) => _kinds.TryGetValue(kind, out var k)
        ? (T)k.Said
        : throw new InvalidOperationException($"No sound version of {kind} has been loaded.");

    private sealed record Kind(IReadOnlyList<ContentFile> Files, object Said);
}
