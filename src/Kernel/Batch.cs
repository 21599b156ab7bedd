using System.Data.Common;
using System.Text.Json;
using NodaTime;
using Yhteys.Kernel.Integrity;
using Yhteys.Kernel.Sealing;
using Yhteys.Kernel.Storage;
using Yhteys.Kernel.Views;

namespace Yhteys.Kernel;

/// <summary>Decides a group of commands in one transaction, with the writer's memory of states and rows.</summary>
internal sealed class Batch : IDisposable
{
    private readonly WriteSession _session;
    private readonly StreamStates _states;
    private readonly RowCache _rows;
    private readonly EventTypes _types;
    private readonly ViewSet _views;
    private readonly KeyRing _keys;
    private readonly IClock _clock;
    private readonly Chain _chain;
    private readonly JsonSerializerOptions _json;
    private readonly string _positionSql;
    private readonly List<Recorded> _events = [];
    private readonly List<object?[]> _journalRows = [];
    private readonly List<SealingKeyRow> _newKeys = [];
    private readonly List<Guid> _lostKeys = [];
    private readonly Dictionary<Guid, Outcome.Done> _answers = [];

    public Batch(Database database, EventTypes types, ViewSet views, KeyRing keys, IClock clock, JournalOptions options)
    {
        (_types, _views, _keys, _clock) = (types, views, keys, clock);
        _chain = new Chain(options.ChainKey);
        _json = EventJson.Create(keys);
        _positionSql = $"update views set pos = @pos where tables in ({string.Join(", ", views.Inline.Select(v => $"'{v.TableNames}'").DefaultIfEmpty("null"))})";
        _session = database.BeginWrite();
        try
        {
            _states = new StreamStates(_session, types);
            _rows = new RowCache(views.Inline.SelectMany(v => v.Tables.Values), _session);
            Head = JournalTable.Head(_session);
            if (FoldGap())
                _session.Commit();
            else
                _session.Rollback();
            _rows.Committed();
        }
        catch
        {
            _session.Dispose();
            throw;
        }
    }

    public Head Head { get; private set; }

    public string Durability => _session.Query<string>(_session.DurabilitySql)[0];

    /// <summary>Decides, appends, folds and commits; the group's answers are set, and told by the writer.</summary>
    public IReadOnlyList<Recorded> Run(IReadOnlyList<Waiting> group)
    {
        _events.Clear();
        _journalRows.Clear();
        _newKeys.Clear();
        _lostKeys.Clear();
        _answers.Clear();
        var streams = _states.Unknown(group);
        var start = _session.BeginGroup([.. group.Select(w => w.Envelope.CommandId).Distinct()], streams);
        var changed = FollowOtherNodes(start.Head);
        _states.Prefetched(streams, start.Streams);
        foreach (var rows in start.Repeats.GroupBy(r => r.Command))
            _answers[rows.Key] = new Outcome.Done([.. rows.Select(r => JournalTable.ToRecorded(r, _types))], Repeated: true);
        foreach (var waiting in group)
            Decide(waiting);
        if (changed || _events.Count + _newKeys.Count + _lostKeys.Count > 0)
            Write();
        else
            _session.Rollback();
        _states.Committed();
        _rows.Trim();
        return [.. _events];
    }

    /// <summary>Ends the session; keys of a group that was not committed are forgotten.</summary>
    public void Dispose()
    {
        foreach (var key in _newKeys)
            _keys.Forget(key.Id);
        _session.Dispose();
    }

    private void Write()
    {
        _session.Insert(JournalTable.Shape, _journalRows);
        _session.Insert(JournalTable.KeyShape, [.. _newKeys.Select(JournalTable.KeyShape.Cells)]);
        if (_lostKeys.Count > 0)
            _session.Delete(JournalTable.KeyShape, [.. _lostKeys.Cast<object>()]);
        _rows.Flush();
        _session.Send(_positionSql, new { pos = Head.Position });
        _session.Commit();
        _rows.Committed();
        foreach (var key in _newKeys)
            _keys.Committed(key.Id);
        foreach (var key in _lostKeys)
            _keys.Destroyed(key);
        _newKeys.Clear();
    }

    private bool FollowOtherNodes(Head head)
    {
        if (head.Position == Head.Position)
            return false;
        Head = head;
        _states.Clear();
        _rows.Clear();
        return FoldGap();
    }

    /// <summary>A node with the same program keeps this program's inline views as it writes; one with another program leaves a gap in them.</summary>
    private bool FoldGap()
    {
        var register = ViewRegister.Read(_session);
        if (_views.Inline.FirstOrDefault(v => !register.TryGetValue(v.TableNames, out var known) || known.Pos < 0) is { } gone)
            throw new InvalidOperationException($"The tables of {gone.Name} have been taken over by another node with other content.");
        var behind = _views.Inline.Select(v => (View: v, Position: register[v.TableNames].Pos)).Where(v => v.Position < Head.Position).ToList();
        if (behind.Count == 0)
            return false;
        // A list, since one connection can't read the journal and look rows up at the same time.
        foreach (var recorded in JournalTable.Read(_session, _types, behind.Min(v => v.Position), Head.Position).ToList())
            foreach (var (view, position) in behind)
                if (recorded.Position > position && view.Handles(recorded.Event.GetType()))
                    view.Fold(recorded, _rows);
        _rows.Flush();
        _session.Send(_positionSql, new { pos = Head.Position });
        return true;
    }

    private void Decide(Waiting waiting)
    {
        var envelope = waiting.Envelope;
        if (_answers.TryGetValue(envelope.CommandId, out var first))
        {
            waiting.Set(IsOf(envelope, first) ? first with { Repeated = true } : new Outcome.Refused(new SentElsewhere()));
            return;
        }

        var now = ToTick(Instant.Max(_clock.GetCurrentInstant(), Instant.FromUnixTimeTicks(Head.Recorded)));
        if (RefusedTime(envelope, now) is { } refusal)
        {
            waiting.Set(new Outcome.Refused(refusal));
            return;
        }

        var before = (Events: _events.Count, Head, Keys: _newKeys.Count, Lost: _lostKeys.Count);
        _rows.BeginCommand();
        try
        {
            var decision = waiting.Decide(new Work(_states, _rows, _session, _views, envelope, now));
            waiting.Set(decision switch
            {
                Decision.Refused refused => new Outcome.Refused(refused.Refusal),
                Decision.Accepted accepted => _answers[envelope.CommandId] = Apply(accepted, envelope, now),
                _ => throw new System.Diagnostics.UnreachableException(),
            });
        }
        catch (Exception failure) when (failure is not DbException)
        {
            // A bug of this command alone: its rows, states and numbers are taken back and the others go on. After an error of the
            // database the transaction may be lost, so that one fails the group, and each command is tried alone.
            _rows.UndoCommand();
            _states.Undo(_events.Skip(before.Events));
            _events.RemoveRange(before.Events, _events.Count - before.Events);
            _journalRows.RemoveRange(before.Events, _journalRows.Count - before.Events);
            foreach (var key in _newKeys.Skip(before.Keys))
                _keys.Forget(key.Id);
            _newKeys.RemoveRange(before.Keys, _newKeys.Count - before.Keys);
            _lostKeys.RemoveRange(before.Lost, _lostKeys.Count - before.Lost);
            Head = before.Head;
            waiting.Fail(failure);
        }
    }

    /// <summary>Whoever knows the id of another's command must neither get its answer nor, by using it first, keep the other from it.</summary>
    private static bool IsOf(Envelope envelope, Outcome.Done first) => first.Events is not [var e, ..]
        || (e.Actor.Kind, e.Actor.Id, e.Purpose) == (envelope.Actor.Kind, envelope.Actor.Id, envelope.Purpose);

    private static Refusal? RefusedTime(Envelope envelope, Instant now) => envelope.HappenedAt switch
    {
        { } happened when happened > now => new HappensInFuture(),
        { } happened when now - happened > JournalOptions.LateAfter && string.IsNullOrWhiteSpace(envelope.LateReason) => new LateWithoutReason(),
        _ => null,
    };

    /// <summary>What is folded now must equal what is read later: the journal keeps ticks of 100 ns.</summary>
    private static Instant ToTick(Instant instant) => Instant.FromUnixTimeTicks(instant.ToUnixTimeTicks());

    private Outcome.Done Apply(Decision.Accepted accepted, Envelope envelope, Instant now)
    {
        foreach (var key in accepted.Keys)
            _newKeys.Add(_keys.Create(key));
        _lostKeys.AddRange(accepted.Appends.Select(a => a.Event).OfType<IKeysDestroyed>().SelectMany(e => e.Keys));
        var happened = ToTick(envelope.HappenedAt ?? now);
        var events = new List<Recorded>(accepted.Appends.Count);
        foreach (var (stream, e) in accepted.Appends)
        {
            var recorded = new Recorded(
                Head.Position + 1, stream, _states.VersionOf(stream) + 1, _types.AliasOf(e), EventJson.AsRead(e, happened), happened, now,
                envelope.Actor, envelope.Purpose, envelope.CommandId, envelope.LateReason);
            var row = new JournalRow(
                recorded.Position, stream, recorded.Version, recorded.Alias, e.Register, happened.ToUnixTimeTicks(), now.ToUnixTimeTicks(),
                envelope.Actor.Text, envelope.Purpose, envelope.CommandId, envelope.LateReason, JsonSerializer.Serialize(e, e.GetType(), _json), []);
            row = row with { Mac = _chain.Link(Head.Mac, row) };
            _journalRows.Add(JournalTable.Shape.Cells(row));
            _events.Add(recorded);
            events.Add(recorded);
            Head = new Head(row.Pos, row.Mac, row.Recorded);
            _states.Applied(recorded);
            foreach (var view in _views.InlineFor(e.GetType()))
                view.Fold(recorded, _rows);
        }

        return new Outcome.Done(events);
    }
}
