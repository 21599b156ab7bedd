using System.Data.Common;
using System.Globalization;

namespace Yhteys.Residents.ReadLog;

/// <summary>
/// Tells in which blocks of neighbouring entries an id is: lists that many look at show the same people again and again, and a professional's entries lie
/// together. It is made from the log beside the pages, since an entry would otherwise write to many places before its page is sent.
/// </summary>
/// <param name="by">Whose ids, in a word; also the column's name.</param>
/// <param name="table">Name of its table without the <c>s</c>, and of the one that tells how far it is made without the <c>ed</c>.</param>
/// <param name="columns">Columns of the log that hold the ids, packed.</param>
internal sealed class ReadLogIndex(ReadLogStore store, string by, string table, string columns)
{
    /// <summary>Entries of a block.</summary>
    public const int Block = 64;
    private const int AtOnce = 2_000;
    private static readonly string Size = Block.ToString(CultureInfo.InvariantCulture);
    private readonly Lock _indexing = new();

    /// <summary>Whose ids, in a word.</summary>
    public string By => by;

    /// <summary>The last entry that is in the index.</summary>
    public string IndexedSql => $"select coalesce(max(seq), 0) from {store.Where}{table}ed";

    /// <summary>The last entries of the blocks in which an id is, from one block up to one.</summary>
    public string EntriesSql(string conditions) =>
        $"select {ReadLogSql.Columns} from {store.Where}{table}s cross join read_log where {by} = @id and block between @from_block and @to_block"
        + $" and seq >= block * {Size} and seq < (block + 1) * {Size} and {conditions} order by block desc, seq desc limit {ReadLogQueries.PageSize}";

    public IEnumerable<string> CreateSql() =>
    [
        $"create table if not exists {store.Where}{table}s({by} {store.Bytes} not null, block bigint not null, primary key({by}, block)){store.IndexOptions}",
        $"create table if not exists {store.Where}{table}ed(id bigint not null primary key, seq bigint not null)",
    ];

    /// <summary>Brings it up to the last entry.</summary>
    public void UpToDate()
    {
        lock (_indexing)
            IndexAll(CancellationToken.None);
    }

    /// <summary>The same now and then, unless somebody is at it, until it is stopped.</summary>
    public void Meanwhile(CancellationToken stop)
    {
        if (!_indexing.TryEnter())
            return;
        try
        {
            IndexAll(stop);
        }
        finally
        {
            _indexing.Exit();
        }
    }

    /// <summary>How many blocks are whole in the index.</summary>
    public long Whole(DbConnection connection) => (ReadLogSql.Number(connection, null, IndexedSql) + 1) / Block;

    /// <summary>What it tells of the blocks before one.</summary>
    public IEnumerable<(Guid Id, long Block)> Before(DbConnection connection, long before) =>
        ReadLogSql.Blocks(connection, $"select {by}, block from {store.Where}{table}s where block < @before", before);

    private void IndexAll(CancellationToken stop)
    {
        using var connection = store.Open();
        while (!stop.IsCancellationRequested && IndexSome(connection) == AtOnce)
        {
        }
    }

    private int IndexSome(DbConnection connection)
    {
        using var transaction = store.BeginIndex(connection);
        // Writes before it reads: SQLite refuses, without waiting, a write after a reading that another process has made old.
        ReadLogSql.Execute(connection, transaction, $"update {store.Where}{table}ed set seq = seq where id = 0");
        var upTo = ReadLogSql.Number(connection, transaction, IndexedSql);
        var entries = ReadLogSql.Ids(connection, transaction, $"select seq, {columns} from read_log where seq > @after order by seq limit {AtOnce.ToString(CultureInfo.InvariantCulture)}", upTo);
        if (entries.Count == 0) return 0;

        // In the order of the index, so that neighbours are written together.
        var pairs = entries.SelectMany(e => e.Ids.Select(id => (Id: id, Block: e.Seq / Block))).Distinct().Select(pair => (Id: ReadLogSql.Bytes(pair.Id), pair.Block))
            .OrderBy(pair => pair.Id, Comparer<byte[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b))).ThenBy(pair => pair.Block)
            .Select(pair => new object?[] { pair.Id, pair.Block });
        ReadLogSql.Insert(connection, transaction, $"{store.Where}{table}s", [.. pairs], " on conflict do nothing");
        ReadLogSql.Insert(connection, transaction, $"{store.Where}{table}ed", [[1L, entries[^1].Seq]], $" on conflict(id) do update set seq = excluded.seq where excluded.seq > {table}ed.seq");
        transaction.Commit();
        return entries.Count;
    }
}
