using System.Data.Common;
using System.Security.Cryptography;
using NodaTime;
using Yhteys.Kernel.Integrity;

namespace Yhteys.Residents.ReadLog;

/// <summary>What an auditor looks for.</summary>
/// <param name="Before">Entries before this one, for the next page.</param>
public sealed record AuditSearch(Instant? From = null, Instant? To = null, Guid? Person = null, Guid? Who = null, Guid? Unit = null, bool Flagged = false, long? Before = null);

/// <summary>Reads the log: for the person, for the auditor, for <c>verify</c>.</summary>
public sealed class ReadLogQueries(ReadLogStore store, byte[] chainKey)
{
    public const int PageSize = 100;
    internal const string IsFlagged = $"(ground = 'BrokenGlass' or screen in ('{ReadLogBook.OpenedFieldScreen}', '{ReadLogBook.OpenedNotifierScreen}'))";
    private const string OfRange = "seq >= @first and seq < @end";
    private readonly ReadLogSeal _seal = new(chainKey);

    internal static string LastSql(string conditions) => $"select {ReadLogSql.Columns} from read_log where {OfRange} and {conditions} order by seq desc limit {PageSize}";

    /// <summary>Hears each question for entries; for a test that counts them.</summary>
    internal Action<string>? Asked { get; set; }

    /// <summary>Who has looked at a person's data, the latest first; withheld entries are not in it.</summary>
    /// <param name="without">Whose looks are left out; null = nobody's.</param>
    public IReadOnlyList<ReadRow> About(Guid person, long? before = null, Guid? without = null)
    {
        store.People.UpToDate();
        List<(string, object?)> parameters = [("person", ReadLogSql.Bytes(person))];
        if (without is { } reader) parameters.Add(("without", ReadLogSql.Bytes(reader)));
        return In(
            store.People, person, new(Before: before),
            $"{store.Showed} and withholds is null and not exists (select 1 from read_log w where w.withholds = read_log.seq){(without is null ? "" : " and who <> @without")}", parameters);
    }

    /// <summary>Entries for an auditor, withheld ones too, the latest first: a page, in a few questions however many entries lie between.</summary>
    public IReadOnlyList<ReadRow> Audit(AuditSearch search)
    {
        var conditions = new List<string> { "at >= @from_at", "at < @to_at" };
        var parameters = new List<(string, object?)>
        {
            ("from_at", (search.From ?? Instant.MinValue).ToUnixTimeTicks()),
            ("to_at", (search.To ?? Instant.MaxValue).ToUnixTimeTicks()),
        };
        void Where(Guid? value, string name, string condition)
        {
            if (value is not { } id) return;
            conditions.Add(condition);
            parameters.Add((name, ReadLogSql.Bytes(id)));
        }

        Where(search.Person, "person", store.Showed);
        Where(search.Who, "who", "who = @who");
        Where(search.Unit, "unit", "unit = @unit");
        // Flagged entries are few, whoever is looked for among them.
        if (search.Flagged) conditions.Add(IsFlagged);
        var all = string.Join(" and ", conditions);
        if (search.Flagged || (search.Person ?? search.Who ?? search.Unit) is not { } id)
            return Last(search, all, parameters);
        if (search.Person is not null) store.People.UpToDate();
        return In(search.Person is null ? store.Readers : store.People, id, search, all, parameters);
    }

    /// <summary>The same, every page of it.</summary>
    public IEnumerable<ReadRow> All(AuditSearch search)
    {
        for (var page = Audit(search); page.Count > 0; page = page.Count < PageSize ? [] : Audit(search with { Before = page[^1].Seq }))
            foreach (var row in page)
                yield return row;
    }

    /// <summary>Walks the chain and compares it with the outside head: a changed, deleted, inserted or swapped row, a cut tail and a restored old copy are named. Empty when all is well.</summary>
    public IReadOnlyList<string> Verify() => Verify(out _);

    /// <param name="headsFrom">The entry from which on the outside head file tells, when it was begun after the log.</param>
    public IReadOnlyList<string> Verify(out long? headsFrom)
    {
        headsFrom = null;
        try
        {
            return Walk(out headsFrom);
        }
        catch (DbException damage) when (ReadLogStore.IsDamaged(damage))
        {
            return [$"read log: a part of it, or of its indexes, can't be read: {damage.Message}"];
        }
        catch (Exception e) when (e is ArgumentException or InvalidCastException)
        {
            return ["read log: an entry has been changed so that it can't be read"];
        }
    }

    private List<string> Walk(out long? headsFrom)
    {
        headsFrom = null;
        var chain = new ReadLogChain(chainKey);
        var (findings, outside) = (new List<string>(), new SeenHeads(store.HeadFile, "entry"));
        var previous = ReadLogChain.First;
        var (expected, links) = (1L, 0L);
        ReadLogIndex[] indexes = [store.People, store.Readers];
        foreach (var index in indexes)
            index.UpToDate();
        using var connection = store.Open();
        // Of the block that is being filled another program may have indexed more by now.
        var sums = indexes.Select(index => new BlockSum(index.Whole(connection))).ToList();
        foreach (var (row, mac) in ReadLogSql.Read(connection, null, "order by seq"))
        {
            if (row.Seq != expected) findings.Add($"read log {expected}: {(row.Seq == expected + 1 ? "the entry is" : $"entries up to {row.Seq - 1} are")} missing");
            if (CryptographicOperations.FixedTimeEquals(chain.Link(previous, row), mac)) links++;
            else findings.Add($"read log {row.Seq}: the entry, or the one before it, has been changed, added or swapped");
            findings.AddRange(outside.At(row.Seq, mac, row.At.ToUnixTimeTicks()).Select(what => $"read log {row.Seq}: {what}"));
            (previous, expected) = (mac, row.Seq + 1);
            sums[0].Add(row.Seq, row.People);
            sums[1].Add(row.Seq, row.Unit is { } unit ? [row.Who, unit] : [row.Who]);
        }

        if (expected > 2 && links == 0) findings = ["read log: no link fits: the chain key of the configuration is not the one that the log was written with"];
        findings.AddRange(outside.AtEnd(expected - 1).Select(end => $"read log {end.Position}: {end.What}"));
        if (findings.Count == 0)
            foreach (var (index, shown) in indexes.Zip(sums))
                if (shown.Other(index.Before(connection, shown.Whole)) is { } told)
                    findings.Add($"read log: its index by {index.By} tells of {told} {index.By}s in blocks of entries, the log shows {shown.Sum.Rows}, or others");
        headsFrom = outside.Begins;
        findings.AddRange(outside.Lacking().Select(end => $"read log {end.Position}: {end.What}"));
        return findings;
    }

    /// <summary>The number of the last head outside the database, when the log does not hold its entry; as <see cref="Kernel.Journal.LostHead"/>.</summary>
    public long? LostHead() => store.HeadFile?.Lost(seq =>
    {
        using var connection = store.Open();
        return ReadLogSql.Mac(connection, seq);
    });

    private List<ReadRow> Last(AuditSearch search, string conditions, List<(string, object?)> parameters)
    {
        using var connection = store.Open();
        var (first, end) = Between(connection, search);
        return Entries(connection, LastSql(conditions), parameters, ("first", first), ("end", end));
    }

    /// <summary>The last entries of an id: among those that are not in the index yet, then in the blocks in which it is.</summary>
    private List<ReadRow> In(ReadLogIndex index, Guid id, AuditSearch search, string conditions, List<(string, object?)> parameters)
    {
        using var connection = store.Open();
        var ((first, end), whole) = (Between(connection, search), index.Whole(connection));
        var found = Entries(connection, LastSql(conditions), parameters, ("first", Math.Max(first, whole * ReadLogIndex.Block)), ("end", end));
        if (found.Count < PageSize)
            found.AddRange(Entries(
                connection, index.EntriesSql($"{OfRange} and {conditions}"), parameters, ("id", ReadLogSql.Bytes(id)), ("first", first), ("end", end),
                ("from_block", first / ReadLogIndex.Block), ("to_block", Math.Min(end / ReadLogIndex.Block, whole - 1))));
        return found.Count > PageSize ? found[..PageSize] : found;
    }

    /// <summary>
    /// The numbers between which the entries of a time are, the second left out. The clock of a computer may be set back, so they are looked for from a
    /// day before until a day after.
    /// </summary>
    private static (long First, long End) Between(DbConnection connection, AuditSearch search)
    {
        var end = search.Before ?? long.MaxValue;
        if (search.To is { } to && to < Instant.MaxValue - Duration.FromDays(1))
            end = Math.Min(end, ReadLogSql.FirstSince(connection, to + Duration.FromDays(1)));
        return (search.From is { } from ? ReadLogSql.FirstSince(connection, from - Duration.FromDays(1)) : 0, end);
    }

    private List<ReadRow> Entries(DbConnection connection, string sql, List<(string, object?)> parameters, params ReadOnlySpan<(string, object?)> more)
    {
        Asked?.Invoke(sql);
        return [.. ReadLogSql.Rows(connection, null, sql, [.. parameters, .. more]).Select(r => Opened(r.Row))];
    }

    private ReadRow Opened(ReadRow row) => row with { Reason = _seal.Open(row.Reason) };
}
