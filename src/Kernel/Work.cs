using NodaTime;
using Yhteys.Kernel.Storage;
using Yhteys.Kernel.Views;

namespace Yhteys.Kernel;

/// <summary>What a decision is made on: states of streams and rows of inline views, as they are now, in the writer's own transaction.</summary>
public sealed class Work
{
    private readonly StreamStates _states;
    private readonly RowCache _rows;
    private readonly WriteSession _session;
    private readonly ViewSet _views;
    private readonly Envelope _envelope;
    private readonly Instant _now;

    internal Work(StreamStates states, RowCache rows, WriteSession session, ViewSet views, Envelope envelope, Instant now) =>
        (_states, _rows, _session, _views, _envelope, _now) = (states, rows, session, views, envelope, now);

    public TState State<TState>(Guid stream) where TState : IState<TState> => _states.Get<TState>(stream);

    /// <summary>The context of a decision about a stream.</summary>
    public Context Context(Guid stream) =>
        new(_envelope.Actor, _envelope.Purpose, _now, _envelope.HappenedAt ?? _now, _envelope.CommandId, _states.VersionOf(stream));

    public int Version(Guid stream) => _states.VersionOf(stream);

    /// <summary>A row of an inline view by its key.</summary>
    public T? Row<T>(object key) where T : class => _rows.Get<T>(key);

    /// <summary>Rows of inline views by SQL; sees what this batch has folded so far.</summary>
    public IReadOnlyList<T> Query<T>(Func<ViewSet, string> sql, object? parameters = null)
    {
        _rows.Flush();
        return _session.Query<T>(sql(_views), parameters);
    }
}
