using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;
using Yhteys.Kernel.Storage;
using Yhteys.Kernel.Views;

namespace Yhteys.Bench.Kernel;

/// <summary>A command of ordinary size: an event of about 400 bytes with a sealed text, a state, two inline views and a following one.</summary>
[Alias("bench.opened/1")]
internal sealed record MatterOpened(string Line, string Municipality, Sealed<string> Text) : IEvent
{
    public string Register => "none";
}

[Alias("bench.written/1")]
internal sealed record MessageWritten(string Line, string Channel, string Language, int Age, string Municipality, bool Answer, Sealed<string> Text) : IEvent
{
    public string Register => "none";
}

internal sealed record MatterState(bool Open, int Messages) : IState<MatterState>
{
    public static MatterState Empty => new(false, 0);

    public static MatterState Evolve(MatterState state, Recorded recorded) => recorded.Event switch
    {
        MatterOpened => state with { Open = true },
        MessageWritten => state with { Messages = state.Messages + 1 },
        _ => state,
    };
}

[Index("Line", "LastAt")]
internal sealed record MatterRow(Guid Id, string Line, string Municipality, int Messages, NodaTime.Instant LastAt, Sealed<string>? Last);

internal sealed record ThreadRow(Guid Id, int Answers, int Questions, NodaTime.LocalDate Day);

internal sealed record LineRow(string Name, long Messages, long Ages);

internal sealed class MatterView : View
{
    public override string Name => "matter";
    public override IReadOnlyList<Type> Rows => [typeof(MatterRow)];

    public override void Fold(Recorded recorded, IRows rows)
    {
        if (recorded.Event is MatterOpened o)
            rows.Put(new MatterRow(recorded.Stream, o.Line, o.Municipality, 0, recorded.RecordedAt, o.Text));
        else if (recorded.Event is MessageWritten m && rows.Get<MatterRow>(recorded.Stream) is { } row)
            rows.Put(row with { Messages = row.Messages + 1, LastAt = recorded.RecordedAt, Last = m.Text });
    }
}

internal sealed class ThreadView : View
{
    public override string Name => "thread";
    public override IReadOnlyList<Type> Rows => [typeof(ThreadRow)];
    public override bool Handles(Type eventType) => eventType == typeof(MessageWritten);

    public override void Fold(Recorded recorded, IRows rows)
    {
        var answer = ((MessageWritten)recorded.Event).Answer ? 1 : 0;
        var day = recorded.HappenedAt.InUtc().Date;
        var row = rows.Get<ThreadRow>(recorded.Stream) ?? new ThreadRow(recorded.Stream, 0, 0, day);
        rows.Put(row with { Answers = row.Answers + answer, Questions = row.Questions + 1 - answer, Day = day });
    }
}

internal sealed class LineView : View
{
    public override string Name => "line";
    public override bool Inline => false;
    public override IReadOnlyList<Type> Rows => [typeof(LineRow)];
    public override bool Handles(Type eventType) => eventType == typeof(MessageWritten);

    public override void Fold(Recorded recorded, IRows rows)
    {
        var m = (MessageWritten)recorded.Event;
        var row = rows.Get<LineRow>(m.Line) ?? new LineRow(m.Line, 0, 0);
        rows.Put(row with { Messages = row.Messages + 1, Ages = row.Ages + m.Age });
    }
}
