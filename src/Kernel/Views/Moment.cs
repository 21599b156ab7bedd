using Yhteys.Kernel.Storage;

namespace Yhteys.Kernel.Views;

/// <summary>One moment of the views: whatever is asked here, the answers go together.</summary>
public sealed class Moment
{
    private readonly Session _session;
    private readonly ViewSet _views;

    internal Moment(Session session, ViewSet views) => (_session, _views) = (session, views);

    /// <summary>As <see cref="Journal.Query{T}"/>.</summary>
    public IReadOnlyList<T> Query<T>(Func<ViewSet, string> sql, object? parameters = null) => _session.Query<T>(sql(_views), parameters);
}
