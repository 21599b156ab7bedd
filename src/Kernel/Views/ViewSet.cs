using System.Collections.Concurrent;
using Yhteys.Kernel.Storage;

namespace Yhteys.Kernel.Views;

/// <summary>
/// All views of the program: which table a row type is kept in, which events go to which views. A view may be replaced while the program runs;
/// who asks then gets the new tables, and who has asked before goes on with the old ones, which stay for a while, or asks again.
/// </summary>
public sealed class ViewSet
{
    private volatile Arrangement _now;

    public ViewSet(IEnumerable<View> views) => _now = new([.. views]);

    private ViewSet(Arrangement now) => _now = now;

    public IReadOnlyList<View> Views => _now.Views;

    public View? Find(string name) => Views.FirstOrDefault(v => v.Name.Equals(name, StringComparison.Ordinal));

    /// <summary>The table that holds rows of <typeparamref name="T"/>, for SQL text.</summary>
    public string Table<T>() => _now.Tables[typeof(T)].Name;

    /// <summary>Up to which event the rows of <typeparamref name="T"/> are folded, for SQL text: of these tables, not of others by which the view goes elsewhere or next.</summary>
    public string Position<T>() => $"(select pos from views where tables = '{Views.First(v => v.Tables.ContainsKey(typeof(T))).TableNames}')";

    /// <summary>Grows when rows of the table have been changed by a command of this node, before the command is answered.</summary>
    internal long Changes<T>() => _now.Tables[typeof(T)].Changes;

    internal TableShape Shape<T>() => _now.Tables[typeof(T)];

    internal IReadOnlyList<View> Inline => _now.Inline;

    /// <summary>The views as they are now; a text with several tables gets them all from one moment.</summary>
    internal ViewSet Frozen() => new(_now);

    /// <summary>Waits a moment until others are in the place of some of these.</summary>
    /// <param name="now">The views that are replaced while the program runs.</param>
    /// <returns>Whether they are.</returns>
    internal bool WaitForOthers(ViewSet now) => SpinWait.SpinUntil(() => now._now != _now, TimeSpan.FromSeconds(1));

    internal View[] InlineFor(Type eventType) => _now.InlineFor(eventType);

    /// <summary>Puts views in the place of those with the same names. Only the writer's thread calls it.</summary>
    internal void Replace(IReadOnlyList<View> next) => _now = new([.. Views.Select(v => next.FirstOrDefault(n => n.Name == v.Name) ?? v)]);

    private sealed class Arrangement
    {
        private readonly ConcurrentDictionary<Type, View[]> _inlineFor = [];

        public Arrangement(IReadOnlyList<View> views)
        {
            Views = views;
            foreach (var view in views)
                foreach (var (row, table) in view.Tables)
                    if (!Tables.TryAdd(row, table))
                        throw new InvalidOperationException($"{row.Name} is a row of two views.");
            if (views.GroupBy(v => v.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { Key: var twice })
                throw new InvalidOperationException($"Two views are named {twice}.");
            Inline = [.. views.Where(v => v.Inline)];
        }

        public IReadOnlyList<View> Views { get; }
        public IReadOnlyList<View> Inline { get; }
        public Dictionary<Type, TableShape> Tables { get; } = [];

        public View[] InlineFor(Type eventType) => _inlineFor.GetOrAdd(eventType, type => [.. Inline.Where(v => v.Handles(type))]);
    }
}
