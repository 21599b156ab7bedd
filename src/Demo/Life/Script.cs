using NodaTime;
using Yhteys.Demo.Population;
using Yhteys.Kernel;
using Yhteys.Residents.ReadLog;

namespace Yhteys.Demo.Life;

/// <summary>A command and when somebody gives it.</summary>
/// <param name="Opens">The page on which it is given, for the read log; asked before the decision.</param>
internal sealed record Cue(Instant At, Envelope Envelope, Func<Work, Decision> Decide, Func<Work, Opened?>? Opens);

/// <summary>Everything that will happen in the county, each cue at its time.</summary>
internal sealed class Script(Dice dice, Instant until)
{
    private readonly List<Cue> _cues = [];

    /// <param name="happened">When it happened, if that was before it is recorded.</param>
    /// <param name="late">Why it is recorded only now.</param>
    /// <param name="opens">See <see cref="Cue.Opens"/>.</param>
    public void At(
        Instant at, Actor actor, string purpose, Guid stream, Func<Work, Decision> decide, Instant? happened = null, string? late = null, Func<Work, Opened?>? opens = null)
    {
        // What comes after the end has not happened yet: its matter stays as it is.
        if (at <= until)
            _cues.Add(new(at, new(dice.Id(), actor, purpose, [stream], happened, late), decide, opens));
    }

    /// <summary>Gives the commands in order of time, as fast as the journal takes them; the watch comes between them at its moments.</summary>
    public async Task<DemoResult> Play(Journal journal, ReadLogBook? readLog, DemoClock clock, Watch watch, Action<int, int>? progress)
    {
        // A sort that keeps the order of equals: who registers must come before whom they represent.
        List<Cue> cues = [.. _cues.OrderBy(c => c.At)];
        var before = journal.Head.Position;
        var refused = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var from = 0;
        foreach (var moment in watch.Moments)
        {
            var upTo = cues.FindIndex(from, c => c.At >= moment) is >= 0 and var next ? next : cues.Count;
            from = await Give(cues, from, upTo, journal, readLog, clock, refused, progress).ConfigureAwait(false);
            await watch.Come(moment).ConfigureAwait(false);
        }

        await Give(cues, from, cues.Count, journal, readLog, clock, refused, progress).ConfigureAwait(false);
        return new(journal.Head.Position - before, cues.Count, refused);
    }

    private static async Task<int> Give(
        List<Cue> cues, int from, int upTo, Journal journal, ReadLogBook? readLog, DemoClock clock, SortedDictionary<string, int> refused, Action<int, int>? progress)
    {
        for (; from < upTo; from += AtOnce)
        {
            clock.MoveTo(cues[from].At);
            // What a command opened is told once, though the command may be decided again.
            var (first, opened) = (from, new Opened?[Math.Min(AtOnce, upTo - from)]);
            var waiting = Enumerable.Range(from, opened.Length).Select(i => journal.Handle(cues[i].Envelope, work =>
            {
                // The writer asks the clock just before it decides, so each command sets it for the next.
                opened[i - first] = readLog is null ? null : cues[i].Opens?.Invoke(work);
                var decision = cues[i].Decide(work);
                if (i + 1 < upTo)
                    clock.MoveTo(cues[i + 1].At);
                return decision;
            })).ToArray();
            foreach (var no in (await Task.WhenAll(waiting).ConfigureAwait(false)).OfType<Outcome.Refused>())
                refused[no.Refusal.GetType().Name] = refused.GetValueOrDefault(no.Refusal.GetType().Name) + 1;
            if (readLog is not null)
                await Opened.Tell(readLog, opened.Zip(cues.Skip(from), (page, cue) => (cue.At, page)).Where(pair => pair.page is not null).Select(pair => (pair.At, pair.page!))).ConfigureAwait(false);
            progress?.Invoke(from + waiting.Length, cues.Count);
        }

        return upTo;
    }

    private const int AtOnce = 4000;
}
