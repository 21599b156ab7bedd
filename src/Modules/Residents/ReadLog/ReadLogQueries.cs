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
    internal const string OfBlock = "where seq >= @first and seq < @end";
    private readonly ReadLogSeal _seal = new(chainKey);

    /// <summary>Who has looked at a person's data, the latest first; withheld entries are not in it.</summary>
    public IReadOnlyList<ReadRow> About(Guid person, long? before = null) => OfPerson(
        person, new(Before: before), "withholds is null and not exists (select 1 from read_log w where w.withholds = read_log.seq)", []);

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
        return search.Person is { } person ? OfPerson(person, search, all, parameters)
            : (search.Who ?? search.Unit) is { } reader ? In(store.Readers, reader, search, all, parameters, _ => true)
            : Rows($"where {all} order by seq desc limit {PageSize}", parameters);
    }

    /// <summary>The same, every page of it.</summary>
    public IEnumerable<ReadRow> All(AuditSearch search)
    {
        for (var page = Audit(search); page.Count > 0; page = page.Count < PageSize ? [] : Audit(search with { Before = page[^1].Seq }))
            foreach (var row in page)
                yield return row;
    }

    /// <summary>Walks the chain and compares it with the outside head: a changed, deleted, inserted or swapped row, a cut tail and a restored old copy are named. Empty when all is well.</summary>
    public IReadOnlyList<string> Verify()
    {
        var chain = new ReadLogChain(chainKey);
        var (findings, outside) = (new List<string>(), new SeenHeads(store.HeadFile, "entry"));
        var previous = ReadLogChain.First;
        var expected = 1L;
        ReadLogIndex[] indexes = [store.People, store.Readers];
        foreach (var index in indexes)
            index.UpToDate();
        using var connection = store.Open();
        // Of the block that is being filled another program may have indexed more by now.
        var sums = indexes.Select(index => new BlockSum(index.Whole(connection))).ToList();
        foreach (var (row, mac) in ReadLogSql.Read(connection, null, "order by seq"))
        {
            if (row.Seq != expected) findings.Add($"read log {expected}: {(row.Seq == expected + 1 ? "the entry is" : $"entries up to {row.Seq - 1} are")} missing");
            if (!CryptographicOperations.FixedTimeEquals(chain.Link(previous, row), mac)) findings.Add($"read log {row.Seq}: the entry, or the one before it, has been changed, added or swapped");
            findings.AddRange(outside.At(row.Seq, mac).Select(what => $"read log {row.Seq}: {what}"));
            (previous, expected) = (mac, row.Seq + 1);
            sums[0].Add(row.Seq, row.People);
            sums[1].Add(row.Seq, row.Unit is { } unit ? [row.Who, unit] : [row.Who]);
        }

        findings.AddRange(outside.AtEnd(expected - 1).Select(end => $"read log {end.Position}: {end.What}"));
        if (findings.Count == 0)
            foreach (var (index, shown) in indexes.Zip(sums))
                if (shown.Other(index.Before(connection, shown.Whole)) is { } told)
                    findings.Add($"read log: its index by {index.By} tells of {told} {index.By}s in blocks of entries, the log shows {shown.Sum.Rows}, or others");
        return findings;
    }

    private List<ReadRow> OfPerson(Guid person, AuditSearch search, string conditions, List<(string, object?)> parameters)
    {
        store.People.UpToDate();
        return In(store.People, person, search, conditions, parameters, row => row.People.Contains(person));
    }

    /// <summary>The last entries of an id from the blocks in which it is: a page.</summary>
    private List<ReadRow> In(ReadLogIndex index, Guid id, AuditSearch search, string conditions, List<(string, object?)> parameters, Func<ReadRow, bool> holds)
    {
        using var connection = store.Open();
        var (found, below) = (new List<ReadRow>(), search.Before ?? long.MaxValue);
        // The clock of a computer may be set back, so the entries of the time are looked for from a day before until a day after.
        if (search.To is { } end && end < Instant.MaxValue - Duration.FromDays(1))
            below = Math.Min(below, ReadLogSql.FirstSince(connection, end + Duration.FromDays(1)));
        var first = search.From is { } at ? ReadLogSql.FirstSince(connection, at - Duration.FromDays(1)) : 0;
        foreach (var block in index.BlocksOf(connection, id, first / ReadLogIndex.Block, below / ReadLogIndex.Block))
        {
            found.AddRange(ReadLogSql.Read(
                connection, null, $"{OfBlock} and {conditions} order by seq desc",
                [.. parameters, ("first", block * ReadLogIndex.Block), ("end", Math.Min((block + 1) * ReadLogIndex.Block, below))])
                .Select(r => Opened(r.Row)).Where(holds));
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
