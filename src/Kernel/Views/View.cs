using Yhteys.Kernel.Storage;

namespace Yhteys.Kernel.Views;

/// <summary>
/// A pure fold of the journal into rows. <b>Inline</b>: folded in the command's own transaction. <b>Following</b>: at most a second behind.
/// The tables carry a fingerprint of shape, <see cref="Version"/> and <see cref="ContentHash"/>; a new fingerprint is rebuilt at start.
/// </summary>
public abstract class View
{
    private Dictionary<Type, TableShape>? _tables;

    /// <summary>Name in the command line and the first part of its tables' names: lower case, underscores.</summary>
    public abstract string Name { get; }

    /// <summary>Raised when the same events give other rows than before; a golden fold file guards it.</summary>
    public virtual int Version => 1;

    public virtual bool Inline => true;

    /// <summary>Hash of the content (rules, settings) that the fold uses; a changed content rebuilds the view.</summary>
    public virtual string ContentHash => "";

    /// <summary>The fold opens sealed values (the vault): all keys are then loaded at once before it is built in bulk.</summary>
    public virtual bool OpensSealed => false;

    /// <summary>Row records of the view's tables. The first property of each is its key.</summary>
    public abstract IReadOnlyList<Type> Rows { get; }

    public abstract void Fold(Recorded recorded, IRows rows);

    /// <summary>
    /// The row types that together hold all from which the rows follow, when the content alone decides the rest: the same view with other content
    /// is then made from those rows (<see cref="Derive"/>) instead of from the whole journal. None when only a fold makes them. A row whose key is no Guid is the same
    /// with any content, and gives itself alone.
    /// </summary>
    public virtual IReadOnlyList<Type> Sources => [];

    /// <summary>
    /// Puts all rows that follow from one row of <see cref="Sources"/> of the same view with any content; the same rows that a fold gives. Each is put
    /// once: rows made in bulk are not merged, so a key that comes twice, from one source or from two, fails the making of the view.
    /// </summary>
    public virtual void Derive(object source, IRows rows) => throw new NotSupportedException($"{Name} is made by a fold only.");

    /// <summary>
    /// Folds an event into the rows of <see cref="Sources"/> alone. A view built in bulk is folded so, and the other rows are derived once at the end
    /// instead of at every event.
    /// </summary>
    public virtual void FoldSources(Recorded recorded, IRows rows) => Fold(recorded, rows);

    /// <summary>Whether an event can change this view at all; others are not sent to <see cref="Fold"/>.</summary>
    public virtual bool Handles(Type eventType) => true;

    /// <summary>Names of its tables, which tell shape, version and content: the key under which its position is kept.</summary>
    internal string TableNames => field ??= string.Join(' ', Tables.Values.Select(t => t.Name));

    /// <summary>All carry one fingerprint: two programs that differ in one of them share none, since each program keeps one position for all.</summary>
    internal IReadOnlyDictionary<Type, TableShape> Tables => _tables ??= Made(TableShape.Fingerprint(Rows, Version, ContentHash));

    private Dictionary<Type, TableShape> Made(string fingerprint) =>
        Rows.ToDictionary(row => row, row => new TableShape($"{Name}_{row.Name.ToLowerInvariant()}_{fingerprint}", row));
}

/// <summary>The rows of a view while it folds, and of the inline views while a decision is made.</summary>
public interface IRows
{
    T? Get<T>(object key) where T : class;
    void Put<T>(T row) where T : class;
    void Delete<T>(object key) where T : class;
}
