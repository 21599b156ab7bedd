using System.Collections.Immutable;
using NodaTime;
using Yhteys.Access;
using Yhteys.Access.Clocks;
using Yhteys.Cases;
using Yhteys.Cases.Views;
using Yhteys.Kernel;

namespace Yhteys.Assessment;

/// <summary>What has been recorded in a matter: the facts of its clocks as they are known now, and which recording each came from.</summary>
/// <param name="File">What the clocks know; null before the matter is opened.</param>
/// <param name="Records">The recordings, the first one first, each as it stands after its corrections.</param>
public sealed record MatterFacts(ClockFile? File, ImmutableList<FactRecord> Records) : IState<MatterFacts>
{
    public static MatterFacts Empty { get; } = new(null, []);

    /// <summary>All flags of the client and the reason that hold now.</summary>
    public IReadOnlyList<string> Reasons => File?.Subject.Reasons ?? [];

    /// <summary>The day on which the matter came. Null before it is opened.</summary>
    public LocalDate? Opening => File?.Subject.Opened;

    public FactRecord? Find(int version) => Records.FirstOrDefault(r => r.Version == version);

    /// <summary>The earliest day of any of the facts; null when there is none.</summary>
    public LocalDate? First(params IReadOnlyList<string> facts) => FirstOf(File, facts);

    public static LocalDate? FirstOf(ClockFile? file, IReadOnlyList<string> facts) =>
        file?.Facts.Where(f => facts.Contains(f.Fact)).Select(f => (LocalDate?)f.Day).Min();

    /// <summary>The stage of the matter without a recording. An assessment after a time was booked leaves it booked, as it did when it was recorded.</summary>
    public string StageWithout(int version) => Records
        .Where(r => r.Version != version && r is { Stage: not null, Never: false })
        .Aggregate(new MatterState(false, MatterProgress.Waiting, false), (state, r) => state.After(new(State: r.Stage), LocalDate.MinIsoValue)).Reached;

    public static MatterFacts Evolve(MatterFacts state, Recorded recorded) => new(
        ClockFile.Concerns(recorded.Event.GetType()) ? ClockFile.After(state.File, recorded.Event) : state.File,
        recorded.Event switch
        {
            FactCorrected e when state.Find(e.Version) is { } wrong => state.Records.Replace(wrong, wrong with
            {
                Facts = [.. e.Facts.Select(f => f.Right ?? f.Wrong)],
                Never = e.Never,
                Corrected = true,
                Doer = e.Doer ?? wrong.Doer,
                Ending = e.Ending?.Right ?? wrong.Ending,
            }),
            FactCorrected => state.Records,
            // What was sent was sent: there is nothing to correct in a message.
            IClockFact message when message.ClockFacts().Any(f => Order.IsSent(f.Fact)) => state.Records,
            // The stage that it tells is that of another recording.
            IOfferOutcomeTakenBack e => state.Find(e.Recording) is { } mark ? state.Records.Replace(mark, mark with { Never = true }) : state.Records,
            IClockFact or IMatterStage => state.Records.Add(FactRecord.Of(recorded)),
            _ => state.Records,
        });
}

/// <summary>One recording that told the clocks something, or moved the matter to another stage.</summary>
/// <param name="Version">Its place in the matter's stream.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="Opens">It opened the matter.</param>
/// <param name="Facts">Its facts with their corrections; when it never happened, as they were said.</param>
/// <param name="Never">It was recorded by mistake: it never happened.</param>
/// <param name="Doer">Whose work the recording or a correction says it to be; null when neither does: most recordings tell the profession only.</param>
/// <param name="Ending">The ending that it told the clocks, with its corrections; null when it told none.</param>
public sealed record FactRecord(
    int Version, string Alias, Actor By, Instant HappenedAt, Instant RecordedAt, bool Opens, ImmutableArray<ClockFact> Facts, string? Stage,
    bool Never = false, bool Corrected = false, Guid? Doer = null, ClockEnding? Ending = null)
{
    /// <summary>A time that was offered was not taken. Whose and which it was the booking knows, and the slot has been given back: only that it happened can be wrong.</summary>
    public bool IsRefusal => Facts is [{ Fact: "offer_declined" }];

    internal static FactRecord Of(Recorded recorded) => new(
        recorded.Version, recorded.Alias, recorded.Actor, recorded.HappenedAt, recorded.RecordedAt, recorded.Event is IClockSubject,
        [.. (recorded.Event as IClockFact)?.ClockFacts() ?? []], (recorded.Event as IMatterStage)?.Progress().State,
        Doer: (recorded.Event as IDoneBy)?.Professional, Ending: (recorded.Event as IClockEnding)?.ClockEnding());
}
