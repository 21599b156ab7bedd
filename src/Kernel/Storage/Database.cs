using System.Data.Common;
using NodaTime;

namespace Yhteys.Kernel.Storage;

/// <summary>
/// One of the two engines. SQL is written once, in the subset that both run: <c>@name</c> parameters, unquoted names, <c>in @list</c>.
/// Guid, Instant, LocalDate, bool and enums are converted here (<see cref="Cells"/>).
/// </summary>
public abstract class Database : IDisposable
{
    public abstract string Engine { get; }

    /// <summary>The setting that makes a commit durable, as a query.</summary>
    internal abstract string DurabilitySql { get; }

    /// <summary>The column type of a value kind in this engine's words.</summary>
    internal abstract string ColumnType(CellKind kind);

    /// <summary>What follows the columns when a table is made.</summary>
    internal virtual string TableOptions(CellKind key) => "";

    /// <summary>Hears each query of a session and its parameters, lists written out; for a test that looks at plans.</summary>
    internal Action<string, IReadOnlyDictionary<string, object?>>? Asked { get; set; }

    /// <summary>Writes <c>in @list</c> in the engine's way, and its values too.</summary>
    internal abstract string Lists(string sql, Dictionary<string, object?> values);

    /// <summary>A reading session from the pool; it sees only what is committed.</summary>
    internal abstract Session Read();

    /// <summary>The one writing session: begins a transaction that no other writer can share.</summary>
    internal abstract WriteSession BeginWrite();

    /// <summary>The session of a build beside the tables in use: what it commits need not be on disk before a later commit of the writing session is.</summary>
    internal abstract WriteSession BeginBuild();

    /// <summary>The writing session of what can be folded again: as <see cref="BeginBuild"/>, but no other writer can share its transactions.</summary>
    internal abstract WriteSession BeginFollow();

    /// <summary>Each question goes to another process, so that one for many rows costs less than many.</summary>
    internal abstract bool IsAfar { get; }

    /// <summary>Whoever writes keeps all others from writing, so that long work takes its turns with the commands.</summary>
    internal abstract bool OneWriter { get; }

    /// <summary>The time by which nodes tell each other that they are there: one clock for all of them, and never a demonstration's.</summary>
    internal virtual Instant Now(Session session) => SystemClock.Instance.GetCurrentInstant();

    /// <summary>What makes a table that has been filled quick to read.</summary>
    internal virtual IEnumerable<string> FilledSql(TableShape table) => table.IndexSql();

    /// <summary>What a transaction that changes many rows says first; null for nothing.</summary>
    internal virtual string? ManyRowsSql => null;

    /// <summary>Keeps readers away from tables until the transaction ends, if they leave within a second or two; else <see cref="IsBusy"/>.</summary>
    internal abstract IEnumerable<string> LockSql(IEnumerable<TableShape> tables);

    /// <summary>The failure is not of what was asked, and anything else would fail too: the server is away, or somebody else keeps the file.</summary>
    internal abstract bool IsAway(DbException failure);

    /// <summary>The failure is of the connection alone, as after a restart of the server: another connection may do.</summary>
    internal virtual bool IsLost(DbException failure) => false;

    /// <summary>The failure tells that nothing can be written now, whatever it is: away, full, damaged, or only to be read.</summary>
    internal virtual bool TakesNothing(DbException failure) => IsAway(failure) || IsDamaged(failure);

    /// <summary>The failure tells that somebody keeps a table busy.</summary>
    internal abstract bool IsBusy(DbException failure);

    /// <summary>The failure tells that a table has gone, or goes by another name now.</summary>
    internal abstract bool IsGone(DbException failure);

    /// <summary>The failure tells that what is stored can't be read any more: the disk or somebody has changed the database's own structure.</summary>
    public abstract bool IsDamaged(DbException failure);

    /// <summary>What is wrong with the database's own structure, a line for each; nothing where the engine can't tell.</summary>
    internal virtual IEnumerable<string> Damage(Session session) => [];

    /// <summary>Why what has been committed can't be moved into its place, though it is safe meanwhile; null when it can. Soon nothing more is taken then.</summary>
    internal virtual string? Unmoved => null;

    /// <summary>Names of the tables, as a query.</summary>
    internal abstract string TablesSql { get; }

    /// <summary>Held while views are brought up to date, so that two nodes that start together don't build the same tables.</summary>
    internal virtual IDisposable? LockStart() => null;

    /// <summary>Rows of a query, mapped by column name to the constructor of <typeparamref name="T"/>, or to a scalar.</summary>
    public IReadOnlyList<T> Query<T>(string sql, object? parameters = null)
    {
        using var session = Read();
        return session.Query<T>(sql, parameters);
    }

    public T? Single<T>(string sql, object? parameters = null) => Query<T>(sql, parameters).FirstOrDefault();

    public abstract void Dispose();
}
