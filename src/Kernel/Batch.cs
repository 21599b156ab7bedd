using System.Text.Json;
using NodaTime;
using Yhteys.Kernel.Integrity;
using Yhteys.Kernel.Sealing;
using Yhteys.Kernel.Storage;
using Yhteys.Kernel.Views;

namespace Yhteys.Kernel;

/// <summary>Decides a group of commands in one transaction, with the writer's memory of states and rows.</summary>
internal sealed class Batch
{
    /// <summary>Stands in while the database is away; each use fails.</summary>
    public static readonly Batch Broken = new();

    private readonly WriteSession? _session;
    private readonly StreamStates _states = null!;
    private readonly RowCache _rows = null!;
    private readonly EventTypes _types = null!;
    private readonly ViewSet _views = null!;
    private readonly KeyRing _keys = null!;
    private readonly IClock _clock = null!;
    private readonly Chain _chain = null!;
    private readonly JsonSerializerOptions _json = null!;
    private readonly string _group = "";
    private readonly List<Recorded> _events = [];
    private readonly List<object?[]> _journalRows = [];
    private readonly List<(Guid Id, byte[] Wrapped, NewKey Key)> _newKeys = [];
    private readonly Dictionary<Guid, Outcome.Done> _answers = [];

    private Batch() => Head = Head.Empty;

    public Batch(Database database, EventTypes types, ViewSet views, KeyRing keys, IClock clock, JournalOptions options)
    {
        (_types, _views, _keys, _clock) = (types, views, keys, clock);
        _chain = new Chain(options.ChainKey);
        _json = EventJson.Create(keys);
        _group = ViewBuilder.GroupOf(views, inline: true);
        _session = database.BeginWrite();
        _states = new StreamStates(_session, types);
        _rows = new RowCache(views.TablesOf(inline: true), _session);
        Head = JournalTable.Head(_session);
        _session.Rollback();
    }

    public Head Head { get; private set; }

    public IReadOnlyList<Waiting> Answered { get; private set; } = [];

    public IReadOnlyList<Recorded> Run(List<Waiting> group)
    {
        var session = _session ?? throw new InvalidOperationException("The database is away.");
        _events.Clear();
        _journalRows.Clear();
        _newKeys.Clear();
        _answers.Clear();
        session.Begin();
        FollowOtherNodes(session);
        FindRepeats(session, group);
        _states.Prefetch(group.SelectMany(w => w.Envelope.Streams ?? []));
        foreach (var waiting in group)
            Decide(session, waiting);
        if (_events.Count > 0 || _newKeys.Count > 0)
        {
            session.Insert(JournalTable.Shape, _journalRows);
            foreach (var (id, wrapped, key) in _newKeys)
                session.Execute("insert into sealing_keys(id, wrapped, register, retention, owners) values(@id, @wrapped, @register, @retention, @owners)",
                    new { id, wrapped, register = key.Register, retention = key.Retention, owners = string.Join(' ', key.Owners) });
            _rows.Flush();
            session.Execute("update view_groups set pos = @pos where grp = @grp", new { pos = Head.Position, grp = _group });
            session.Commit();
        }
        else
        {
            session.Rollback();
        }

        _states.Committed();
        _rows.Trim();
        Answered = [.. group];
        return [.. _events];
    }

    public void Release()
    {
        _session?.Dispose();
        foreach (var (id, _, _) in _newKeys)
            _keys.Forget(id);
    }

    private void FollowOtherNodes(WriteSession session)
    {
        var head = JournalTable.Head(session);
        if (head.Position == Head.Position)
            return;
        // Another node has written: its inline views are in the tables, only this memory is old.
        _states.Clear();
        _rows.Clear();
        Head = head;
    }

    private void FindRepeats(WriteSession session, List<Waiting> group)
    {
        foreach (var part in group.Select(w => w.Envelope.CommandId).Chunk(500))
            foreach (var rows in JournalTable.OfCommands(session, part).GroupBy(r => r.Command))
                _answers[rows.Key] = new Outcome.Done([.. rows.Select(r => JournalTable.ToRecorded(r, _types))], Repeated: true);
    }

    private void Decide(WriteSession session, Waiting waiting)
    {
        var envelope = waiting.Envelope;
        if (_answers.TryGetValue(envelope.CommandId, out var first))
        {
            waiting.Set(first with { Repeated = true });
            return;
        }

        var now = Instant.Max(_clock.GetCurrentInstant(), Instant.FromUnixTimeTicks(Head.Recorded));
        if (RefusedTime(envelope, now) is { } refusal)
        {
            waiting.Set(new Outcome.Refused(refusal));
            return;
        }

        var before = (Events: _events.Count, Head, Keys: _newKeys.Count);
        _rows.BeginCommand();
        try
        {
            var decision = waiting.Decide(new Work(_states, _rows, session, _views, envelope, now));
            waiting.Set(decision switch
            {
                Decision.Refused refused => new Outcome.Refused(refused.Refusal),
                Decision.Accepted accepted => _answers[envelope.CommandId] = Apply(accepted, envelope, now),
                _ => throw new System.Diagnostics.UnreachableException(),
            });
        }
        catch (Exception failure)
        {
            // A bug of this command alone: its rows, states and numbers are taken back and the others go on.
            _rows.UndoCommand();
            _states.Undo(_events.Skip(before.Events));
            _events.RemoveRange(before.Events, _events.Count - before.Events);
            _journalRows.RemoveRange(before.Events, _journalRows.Count - before.Events);
            foreach (var (id, _, _) in _newKeys.Skip(before.Keys))
                _keys.Forget(id);
            _newKeys.RemoveRange(before.Keys, _newKeys.Count - before.Keys);
            _answers.Remove(envelope.CommandId);
            Head = before.Head;
            waiting.Fail(failure);
        }
    }

    private static Refusal? RefusedTime(Envelope envelope, Instant now) => envelope.HappenedAt switch
    {
        { } happened when happened > now => new HappensInFuture(),
        { } happened when now - happened > JournalOptions.LateAfter && string.IsNullOrWhiteSpace(envelope.LateReason) => new LateWithoutReason(),
        _ => null,
    };

    private Outcome.Done Apply(Decision.Accepted accepted, Envelope envelope, Instant now)
    {
        foreach (var key in accepted.Keys)
            _newKeys.Add((key.Id, _keys.Create(key.Id), key));
        var events = new List<Recorded>(accepted.Appends.Count);
        foreach (var (stream, e) in accepted.Appends)
        {
            var row = new JournalRow(
                Head.Position + 1, stream, _states.VersionOf(stream) + 1, _types.AliasOf(e), e.Register,
                (envelope.HappenedAt ?? now).ToUnixTimeTicks(), now.ToUnixTimeTicks(), envelope.Actor.Text, envelope.Purpose,
                envelope.CommandId, envelope.LateReason, JsonSerializer.Serialize(e, e.GetType(), _json), []);
            row = row with { Mac = _chain.Link(Head.Mac, row) };
            var recorded = new Recorded(row.Pos, stream, row.Ver, row.Alias, e, envelope.HappenedAt ?? now, now, envelope.Actor, envelope.Purpose, envelope.CommandId, envelope.LateReason);
            _events.Add(recorded);
            _journalRows.Add(JournalTable.Shape.Cells(row));
            events.Add(recorded);
            Head = new Head(row.Pos, row.Mac, row.Recorded);
            _states.Applied(recorded);
            foreach (var view in _views.InlineFor(e.GetType()))
                view.Fold(recorded, _rows);
        }

        return new Outcome.Done(events);
    }
}
