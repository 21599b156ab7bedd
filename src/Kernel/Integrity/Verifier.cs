using System.Data.Common;
using System.Security.Cryptography;
using Yhteys.Kernel.Sealing;
using Yhteys.Kernel.Storage;
using Yhteys.Kernel.Views;

namespace Yhteys.Kernel.Integrity;

/// <summary>What <c>verify</c> found: where, and what is wrong there, in a sentence.</summary>
public sealed record Finding(string Where, string What);

/// <summary>What <c>verify</c> went through, and what it found.</summary>
/// <param name="Events">Events walked.</param>
/// <param name="Rows">View rows compared.</param>
/// <param name="HeadsFrom">The event from which on the outside head file tells, when it was begun after the journal.</param>
public sealed record Verification(long Events, long Rows, IReadOnlyList<Finding> Findings, long? HeadsFrom = null);

/// <summary>Walks the chain, compares it with the outside head, and compares every view with a fold of the journal.</summary>
public sealed partial class Verifier(Database database, EventTypes types, ViewSet views, KeyRing keys, JournalOptions options)
{
    private const int FindingsAtMost = 100;
    private List<Finding> _findings = [];

    /// <summary>Sees one moment of the database, so the journal may be in use meanwhile.</summary>
    public Verification Run(Action<string, long, long>? progress = null)
    {
        _findings = [];
        var outside = new SeenHeads(options.HeadFile, "event");
        try
        {
            return Look(outside, progress);
        }
        catch (DbException damage) when (database.IsDamaged(damage))
        {
            Add("database", $"a part of it can't be read: {damage.Message}");
            return new Verification(0, 0, _findings);
        }
    }

    private Verification Look(SeenHeads outside, Action<string, long, long>? progress)
    {
        // Taken before the moment that is looked at, in which their tables then are, though others may take their place meanwhile; unless they did so just before.
        var shown = views.Frozen();
        using var session = database.Read();
        session.BeginSnapshot();
        foreach (var damage in database.Damage(session))
            Add("database", $"its file is damaged: {damage}");
        var register = ViewRegister.Read(session);
        if (shown.Views.Any(view => !register.ContainsKey(view.TableNames)))
            shown = views.Frozen();
        var head = JournalTable.Head(session).Position;
        var events = new KeysOfEvents(types);
        WalkChain(session, head, outside, events, progress);
        foreach (var (position, what) in outside.AtEnd(head))
            Add($"journal {position}", what);
        var isWhole = _findings.Count == 0;
        foreach (var (position, what) in outside.Lacking())
            Add($"journal {position}", what);
        var opens = CheckKeys(session, events);
        return new Verification(head, isWhole ? CompareViews(session, shown, opens, head, progress) : 0, _findings, outside.Begins);
    }

    private void WalkChain(Session session, long head, SeenHeads outside, KeysOfEvents events, Action<string, long, long>? progress)
    {
        var chain = new Chain(options.ChainKey);
        var previous = Head.Empty.Mac;
        long expected = 1, links = 0, walked = 0;
        var versions = new Dictionary<Guid, int>();
        using var rows = session.JournalRows(0, head).GetEnumerator();
        while (Next(rows, expected))
        {
            var row = rows.Current;
            walked++;
            if (row.Pos != expected)
                Add($"journal {expected}", expected + 1 == row.Pos
                    ? $"event {expected} is missing"
                    : $"events {expected}–{row.Pos - 1} are missing");
            if (CryptographicOperations.FixedTimeEquals(chain.Link(previous, row), row.Mac))
            {
                links++;
                events.Read(row);
            }
            else
                Add($"journal {row.Pos}", row.Pos != expected ? "the link does not fit the event before it" : "the event, or the one before it, has been changed, added or swapped");
            if (row.Ver != versions.GetValueOrDefault(row.Stream) + 1)
                Add($"journal {row.Pos}", $"version {row.Ver} does not follow {versions.GetValueOrDefault(row.Stream)} in its stream");
            foreach (var what in outside.At(row.Pos, row.Mac, row.Recorded))
                Add($"journal {row.Pos}", what);
            versions[row.Stream] = row.Ver;
            previous = row.Mac;
            expected = row.Pos + 1;
            if (row.Pos % 20_000 == 0)
                progress?.Invoke("chain", row.Pos, head);
        }

        if (walked > 1 && links == 0)
            _findings = [new Finding("journal", "no link fits: the chain key of the configuration is not the one that the journal was written with")];
    }

    /// <summary>A row that nobody could have written as an event, such as an id of another length, ends the walk.</summary>
    private bool Next(IEnumerator<JournalRow> rows, long position)
    {
        try
        {
            return rows.MoveNext();
        }
        catch (Exception e) when (e is ArgumentException or InvalidCastException or OverflowException)
        {
            Add($"journal {position}", "the event has been changed so that it can't be read, and what comes after it was not looked at");
            return false;
        }
    }

    /// <summary>A key that has been changed or taken away makes what it sealed unreadable, as a destroyed one does, but nobody has said so.</summary>
    /// <returns>Whether each key is as it was made, or was destroyed.</returns>
    private bool CheckKeys(Session session, KeysOfEvents events)
    {
        var (broken, all, before) = (new List<Guid>(), 0, _findings.Count);
        foreach (var (id, opens) in keys.Check(session))
        {
            all++;
            events.Needed.Remove(id);
            if (!opens)
                broken.Add(id);
            if (events.Destroyed.TryGetValue(id, out var end))
                Add($"sealing_keys {id}", $"the key is there again, though event {end} tells that it was destroyed");
        }

        if (broken.Count == all && all > 1)
            Add("sealing_keys", "no key opens: the master key of the configuration is not the one that they were wrapped with");
        else
            foreach (var key in broken)
                Add($"sealing_keys {key}", "the key does not open: it, its register, retention class or owners have been changed");
        foreach (var (key, position) in events.Needed.Where(needed => !events.Destroyed.ContainsKey(needed.Key)))
            Add($"sealing_keys {key}", $"the key is missing: event {position} is sealed with it, and no event tells that it was destroyed");
        return _findings.Count == before;
    }

    private void Add(string where, string what)
    {
        if (_findings.Count < FindingsAtMost)
            _findings.Add(new Finding(where, what));
    }
}
