using System.Security.Cryptography;
using NodaTime;

namespace Yhteys.Residents.ReadLog;

/// <summary>What an auditor looks for.</summary>
/// <param name="Before">Entries before this one, for the next page.</param>
public sealed record AuditSearch(Instant? From = null, Instant? To = null, Guid? Person = null, Guid? Who = null, Guid? Unit = null, bool Flagged = false, long? Before = null);

/// <summary>Reads the log: for the person, for the auditor, for <c>verify</c>.</summary>
public sealed class ReadLogQueries(ReadLogStore store, byte[] chainKey)
{
    public const int PageSize = 100;

    /// <summary>Who has looked at a person's data, the latest first; withheld entries are not in it.</summary>
    public IReadOnlyList<ReadRow> About(Guid person, long? before = null) => Indexed(
        $"""
        where seq in (select seq from {store.Where}read_log_people where person = @person) and withholds is null
        and seq not in (select withholds from read_log where withholds is not null) and seq < @before order by seq desc limit {PageSize}
        """, ("person", ReadLogSql.Bytes(person)), ("before", before ?? long.MaxValue));

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

        Where(search.Person, "person", $"seq in (select seq from {store.Where}read_log_people where person = @person)");
        Where(search.Who, "who", "who = @who");
        Where(search.Unit, "unit", "unit = @unit");
        if (search.Flagged) conditions.Add($"(ground = 'BrokenGlass' or screen in ('{ReadLogBook.OpenedFieldScreen}', '{ReadLogBook.OpenedNotifierScreen}'))");
        var rest = $"where {string.Join(" and ", conditions)} order by seq desc limit {PageSize}";
        return search.Person is null ? Rows(rest, [.. parameters]) : Indexed(rest, [.. parameters]);
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
        var (expected, people) = (1L, 0L);
        store.Index();
        using var connection = store.Open();
        var indexedUpTo = ReadLogSql.Number(connection, null, $"select coalesce(max(seq), 0) from {store.Where}read_log_indexed");
        foreach (var (row, mac) in ReadLogSql.Read(connection, null, "order by seq"))
        {
            if (row.Seq != expected) findings.Add($"read log {expected}: {(row.Seq == expected + 1 ? "the entry is" : $"entries up to {row.Seq - 1} are")} missing");
            if (!CryptographicOperations.FixedTimeEquals(chain.Link(previous, row), mac)) findings.Add($"read log {row.Seq}: the entry, or the one before it, has been changed, added or swapped");
            (previous, expected) = (mac, row.Seq + 1);
            if (row.Seq <= indexedUpTo) people += row.People.Distinct().Count();
        }

        if (findings.Count == 0 && ReadLogSql.Number(connection, null, $"select count(*) from {store.Where}read_log_people where seq <= {indexedUpTo.ToString(System.Globalization.CultureInfo.InvariantCulture)}") is var indexed && indexed != people)
            findings.Add($"read log: its index by person holds {indexed} entries of persons, the log {people}");
        return findings;
    }

    private List<ReadRow> Indexed(string rest, params (string, object?)[] parameters)
    {
        store.Index();
        return Rows(rest, parameters);
    }

    private List<ReadRow> Rows(string rest, params (string, object?)[] parameters)
    {
        using var connection = store.Open();
        return [.. ReadLogSql.Read(connection, null, rest, parameters).Select(r => r.Row)];
    }
}
