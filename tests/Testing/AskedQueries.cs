using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Yhteys.Kernel.Storage;

namespace Yhteys.Testing;

/// <summary>
/// Listens to the queries of a database and tells how the engine would answer each: by an index in its order, or by reading a whole table
/// or sorting. PostgreSQL is asked with sequential scans and sorts made dear, so that a small table tells what a big one would do.
/// </summary>
public sealed class AskedQueries : IDisposable
{
    private readonly Database _database;
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, object?>> _asked = new(StringComparer.Ordinal);

    public AskedQueries(Database database)
    {
        _database = database;
        database.Asked = (sql, values) => _asked[sql] = new Dictionary<string, object?>(values, StringComparer.Ordinal);
    }

    public IReadOnlyList<QueryPlan> Plans()
    {
        _database.Asked = null;
        using var session = _database.Read();
        if (_database.Engine == Engines.Postgres)
            session.Execute("set enable_seqscan = off; set enable_sort = off");
        var plans = _asked.Where(a => a.Key.StartsWith("select", StringComparison.Ordinal) && a.Key.Contains(" from ", StringComparison.Ordinal))
            .OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => new QueryPlan(a.Key, Steps(session, a.Key, a.Value))).ToList();
        if (_database.Engine == Engines.Postgres)
            session.Execute("reset enable_seqscan; reset enable_sort");
        return plans;
    }

    public void Dispose() => _database.Asked = null;

    private static List<string> Steps(Session session, string sql, IReadOnlyDictionary<string, object?> values)
    {
        var steps = new List<string>();
        using var reader = session.Reader((session is { Connection: Npgsql.NpgsqlConnection } ? "explain " : "explain query plan ") + sql, values);
        while (reader.Read())
            steps.Add(reader.GetString(reader.FieldCount - 1));
        return steps;
    }
}

/// <summary>How an engine answers a query, a step a line.</summary>
public sealed record QueryPlan(string Sql, IReadOnlyList<string> Steps)
{
    private static readonly Regex WholeTable = new(
        @"^SCAN (?<table>\w+)$|^SCAN (?<table>\w+) USING (COVERING )?INDEX|Seq Scan on (?<table>\w+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    /// <summary>Tables that are read from end to end, with or without an index; a walk in an index that a limit ends is none.</summary>
    public IEnumerable<string> Scanned => Steps.Select(s => WholeTable.Match(s.Trim())).Where(m => m.Success).Select(m => m.Groups["table"].Value)
        .Where(_ => !Sql.Contains(" limit ", StringComparison.Ordinal) || Sorts);

    /// <summary>What an index has put in order but for its ties (an incremental sort) is no sorting.</summary>
    public bool Sorts => Steps.Any(s => s.Contains("TEMP B-TREE", StringComparison.Ordinal) || s.TrimStart(' ', '-', '>').StartsWith("Sort  (", StringComparison.Ordinal));

    public override string ToString() => $"{Sql}\n      {string.Join("\n      ", Steps)}";
}
