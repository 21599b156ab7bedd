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
    private readonly ReadLogSeal _seal = new(chainKey);

    /// <summary>Who has looked at a person's data, the latest first; withheld entries are not in it.</summary>
    public IReadOnlyList<ReadRow> About(Guid person, long? before = null) => Of(
        person, before, null, null, "withholds is null and not exists (select 1 from read_log w where w.withholds = read_log.seq)", []);

    /// <summary>Entries for an auditor, withheld ones too, the latest first: a page.</summary>
    public IReadOnlyList<ReadRow> Audit(AuditSearch search)
    {
        var conditions = new List<string> { "seq < @before", "at >= @from_at", "at < @to_at" };
        var parameters = new List<(string, object?)>
        {
            ("before", search.Before ?? long.MaxValue),
            ("from_at", (search.From ?? Instant.MinValue).ToUnixTimeTicks()),
            ("to_at", (search.To ?? Instant.MaxValue).ToUnixTimeTicks()),
        };
        void Where(Guid? value, string name, string condition)
        {
            if (value is not { } id) return;
            conditions.Add(condition);
            parameters.Add((name, ReadLogSql.Bytes(id)));
        }

        Where(search.Who, "who", "who = @who");
        Where(search.Unit, "unit", "unit = @unit");
        if (search.Flagged) conditions.Add($"(ground = 'BrokenGlass' or screen in ('{ReadLogBook.OpenedFieldScreen}', '{ReadLogBook.OpenedNotifierScreen}'))");
        var all = string.Join(" and ", conditions);
        return search.Person is { } person ? Of(person, search.Before, search.From, search.To, all, parameters) : Rows($"where {all} order by seq desc limit {PageSize}", parameters);
    }

    /// <summary>The same, every page of it.</summary>
    public IEnumerable<ReadRow> All(AuditSearch search)
    {
        for (var page = Audit(search); page.Count > 0; page = page.Count < PageSize ? [] : Audit(search with { Before = page[^1].Seq }))
            foreach (var row in page)
                yield return row;
    }

    /// <summary>Walks the chain: a changed, deleted, inserted or swapped row is named. Empty when all is well.</summary>
    public IReadOnlyList<string> Verify()
    {
        var chain = new ReadLogChain(chainKey);
        var findings = new List<string>();
        var previous = ReadLogChain.First;
        var (expected, block, people) = (1L, 0L, new HashSet<Guid>());
        var (shown, told) = (default(RowSum), default(RowSum));
        store.Index();
        using var connection = store.Open();
        // Of the block that is being filled another program may have indexed more by now.
        var whole = (ReadLogSql.Number(connection, null, store.IndexedSql) + 1) / ReadLogStore.Block;
        foreach (var (row, mac) in ReadLogSql.Read(connection, null, "order by seq"))
        {
            if (row.Seq != expected) findings.Add($"read log {expected}: {(row.Seq == expected + 1 ? "the entry is" : $"entries up to {row.Seq - 1} are")} missing");
            if (!CryptographicOperations.FixedTimeEquals(chain.Link(previous, row), mac)) findings.Add($"read log {row.Seq}: the entry, or the one before it, has been changed, added or swapped");
            (previous, expected) = (mac, row.Seq + 1);
            if (block != row.Seq / ReadLogStore.Block)
            {
                people.Clear();
                block = row.Seq / ReadLogStore.Block;
            }

            foreach (var person in row.People.Where(person => block < whole && people.Add(person)))
                shown += RowSum.Of([person, block]);
        }

        foreach (var (person, of) in ReadLogSql.Blocks(connection, store.Where, whole))
            told += RowSum.Of([person, of]);
        if (findings.Count == 0 && shown != told)
            findings.Add($"read log: its index by person tells of {told.Rows} persons in blocks of entries, the log shows {shown.Rows}, or others");
        return findings;
    }

    /// <summary>The last entries about a person before one of them, from the blocks in which the person is.</summary>
    /// <param name="from">Entries before it are not looked for.</param>
    /// <param name="to">Nor those after it.</param>
    private List<ReadRow> Of(Guid person, long? before, Instant? from, Instant? to, string conditions, List<(string, object?)> parameters)
    {
        store.Index();
        using var connection = store.Open();
        var (found, below) = (new List<ReadRow>(), before ?? long.MaxValue);
        // The clock of a computer may be set back, so the entries of the time are looked for from a day before until a day after.
        if (to is { } end && end < Instant.MaxValue - Duration.FromDays(1))
            below = Math.Min(below, ReadLogSql.FirstSince(connection, end + Duration.FromDays(1)));
        var first = from is { } at ? ReadLogSql.FirstSince(connection, at - Duration.FromDays(1)) : 0;
        foreach (var block in ReadLogSql.BlocksOf(connection, store.Where, person, first / ReadLogStore.Block, below / ReadLogStore.Block))
        {
            found.AddRange(ReadLogSql.Read(
                connection, null, $"where seq >= @first and seq < @end and {conditions} order by seq desc",
                [.. parameters, ("first", block * ReadLogStore.Block), ("end", Math.Min((block + 1) * ReadLogStore.Block, below))])
                .Select(r => Opened(r.Row)).Where(row => row.People.Contains(person)));
            if (found.Count >= PageSize)
                break;
        }

        return found.Count > PageSize ? found[..PageSize] : found;
    }

    private List<ReadRow> Rows(string rest, List<(string, object?)> parameters)
    {
        using var connection = store.Open();
        return [.. ReadLogSql.Read(connection, null, rest, [.. parameters]).Select(r => Opened(r.Row))];
    }

    private ReadRow Opened(ReadRow row) => row with { Reason = _seal.Open(row.Reason) };
}
