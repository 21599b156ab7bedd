using Yhteys.Kernel.Storage;

namespace Yhteys.Kernel;

/// <summary>States and versions of streams in the writer's memory, evolved as it appends; read from the journal when not there.</summary>
internal sealed class StreamStates(WriteSession session, EventTypes types)
{
    private const int KeepAtMost = 50_000;
    private readonly Dictionary<(Type, Guid), Holder> _states = [];
    private readonly Dictionary<Guid, int> _versions = [];
    private readonly Dictionary<Guid, List<Type>> _typesOfStream = [];
    private readonly Dictionary<Guid, List<Recorded>> _pending = [];
    private readonly Dictionary<Guid, List<JournalRow>> _loaded = [];

    public TState Get<TState>(Guid stream) where TState : IState<TState>
    {
        if (_states.TryGetValue((typeof(TState), stream), out var held))
            return ((Holder<TState>)held).State;
        var state = TState.Empty;
        foreach (var recorded in History(stream))
            state = TState.Evolve(state, recorded);
        _states[(typeof(TState), stream)] = new Holder<TState> { State = state };
        (_typesOfStream.TryGetValue(stream, out var list) ? list : _typesOfStream[stream] = []).Add(typeof(TState));
        return state;
    }

    public int VersionOf(Guid stream)
    {
        if (_versions.TryGetValue(stream, out var version))
            return version;
        var rows = Load(stream);
        version = (rows.Count == 0 ? 0 : rows[^1].Ver) + (_pending.TryGetValue(stream, out var waiting) ? waiting.Count : 0);
        return _versions[stream] = version;
    }

    /// <summary>Streams that the group will read and that are not in memory; asked for in the query that begins the group.</summary>
    public Guid[] Unknown(IEnumerable<Waiting> group) =>
        [.. group.SelectMany(w => w.Envelope.Streams ?? []).Where(s => !_versions.ContainsKey(s)).Distinct()];

    public void Prefetched(Guid[] streams, List<JournalRow> rows)
    {
        foreach (var stream in streams)
            _loaded[stream] = [];
        foreach (var row in rows)
            _loaded[row.Stream].Add(row);
        foreach (var stream in streams)
            _versions[stream] = _loaded[stream] is [.., var last] ? last.Ver : 0;
    }

    public void Applied(Recorded recorded)
    {
        _versions[recorded.Stream] = recorded.Version;
        (_pending.TryGetValue(recorded.Stream, out var list) ? list : _pending[recorded.Stream] = []).Add(recorded);
        if (_typesOfStream.TryGetValue(recorded.Stream, out var held))
            foreach (var type in held)
                _states[(type, recorded.Stream)].Evolve(recorded);
    }

    /// <summary>Takes back the events of a command that failed after it was applied.</summary>
    public void Undo(IEnumerable<Recorded> events)
    {
        foreach (var recorded in events)
        {
            Forget(recorded.Stream);
            if (_pending.TryGetValue(recorded.Stream, out var list))
                list.Remove(recorded);
        }
    }

    public void Committed()
    {
        _pending.Clear();
        _loaded.Clear();
        if (_states.Count > KeepAtMost || _versions.Count > 4 * KeepAtMost)
            Clear();
    }

    public void Clear()
    {
        _states.Clear();
        _versions.Clear();
        _typesOfStream.Clear();
        _pending.Clear();
        _loaded.Clear();
    }

    private void Forget(Guid stream)
    {
        _versions.Remove(stream);
        if (_typesOfStream.Remove(stream, out var held))
            foreach (var type in held)
                _states.Remove((type, stream));
    }

    private IEnumerable<Recorded> History(Guid stream) =>
        Load(stream).Select(r => JournalTable.ToRecorded(r, types)).Concat(_pending.TryGetValue(stream, out var waiting) ? waiting : []);

    private List<JournalRow> Load(Guid stream) =>
        _loaded.TryGetValue(stream, out var rows) ? rows : _loaded[stream] = JournalTable.OfStreams(session, [stream]);

    private abstract class Holder
    {
        public abstract void Evolve(Recorded recorded);
    }

    private sealed class Holder<TState> : Holder where TState : IState<TState>
    {
        public required TState State { get; set; }

        public override void Evolve(Recorded recorded) => State = TState.Evolve(State, recorded);
    }
}
