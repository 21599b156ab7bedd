using System.Runtime.CompilerServices;
using System.Text.Json;
using Yhteys.Access.Clocks;
using Yhteys.Content;

namespace Yhteys.Assessment;

/// <summary>All recordings of one version of the content; made once per version.</summary>
internal sealed class RecordingBook
{
    private static readonly ConditionalWeakTable<ContentSnapshot, RecordingBook> Made = new();
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);
    private readonly ILookup<string, Recording> _byLine;

    internal RecordingBook(IEnumerable<ContentFile> files)
    {
        All = [.. files.SelectMany(f => JsonSerializer.Deserialize<Said>(f.Json, Options)!.Recordings)];
        _byLine = All.SelectMany(r => r.Lines.Select(line => (line, r))).ToLookup(pair => pair.line, pair => pair.r, StringComparer.Ordinal);
    }

    public IReadOnlyList<Recording> All { get; }

    public static RecordingBook Of(ContentSnapshot content) => Made.GetValue(content, c => new(c.Files(ContentKinds.Recordings)));

    /// <summary>The recordings of a service line, in the order of the content.</summary>
    public IEnumerable<Recording> On(string line) => _byLine[line];

    /// <summary>The recording of a kind on a line; null when the line doesn't know it.</summary>
    public Recording? Find(string kind, string line) => _byLine[line].FirstOrDefault(r => r.Kind == kind);

    /// <summary>Recordings of the line that could be made now, by what the clocks know.</summary>
    public IEnumerable<Recording> Open(ClockFile known) => On(known.Subject.ServiceLine).Where(r =>
        !FactKinds.Find(r.Kind)!.Opens
        && (r.Until is null || MatterFacts.FirstOf(known, r.Until) is null)
        && (r.After is null || MatterFacts.FirstOf(known, r.After) is not null));

    private sealed record Said(List<Recording> Recordings);
}
