using NodaTime;
using Yhteys.Calendar;
using Yhteys.Kernel;
using Yhteys.Kernel.Storage;
using Yhteys.Kernel.Views;
using Yhteys.Ui;

namespace Yhteys.Access.Views;

/// <summary>What the boards need of a matter besides its clocks.</summary>
/// <param name="Municipality">Null when unknown or under non-disclosure at contact.</param>
public sealed record MatterDetailsRow(Guid Matter, Guid Person, string Channel, string? Topic, string? Municipality, int? Age);

/// <summary>A time that a matter has, as it was known from one day until another.</summary>
/// <param name="Id">The appointment; with a day behind it for what was known until then.</param>
/// <param name="Sure">The client has said yes.</param>
/// <param name="KnownFrom">The day on which it was recorded.</param>
/// <param name="KnownUntil">The first day on which something else was known; null while it is known now.</param>
[Index("Matter")]
public sealed record BookedTimeRow(string Id, Guid Matter, LocalDate Date, bool Sure, LocalDate KnownFrom, LocalDate? KnownUntil);

/// <summary>Topic, channel, municipality and booked times of every matter, from any module's events that tell of them.</summary>
internal sealed class MatterDetails : View
{
    public const string ViewName = "access_matters";

    public override string Name => ViewName;
    public override bool Inline => false;
    public override IReadOnlyList<Type> Rows => [typeof(MatterDetailsRow), typeof(BookedTimeRow)];

    public override bool Handles(Type eventType) => eventType.IsAssignableTo(typeof(IMatterDetails)) || eventType.IsAssignableTo(typeof(IBookedTime));

    public override void Fold(Recorded recorded, IRows rows)
    {
        if (recorded.Event is IMatterDetails e)
            rows.Put(new MatterDetailsRow(e.Matter, e.Person, e.Channel, e.Topic, e.Municipality, e.Age));
        if (recorded.Event is IBookedTime booked)
            Book(booked, FinnishTime.Day(recorded.RecordedAt), rows);
    }

    private static void Book(IBookedTime e, LocalDate day, IRows rows)
    {
        var id = e.Appointment.ToString("N");
        var (before, change) = (rows.Get<BookedTimeRow>(id), e.BookedTime());
        if (before is not null && before.KnownFrom < day)
            rows.Put(before with { Id = $"{id}|{Days(before.KnownFrom)}", KnownUntil = day });
        if (change.Change == BookedTimeChange.Gone)
            rows.Delete<BookedTimeRow>(id);
        else if ((change.Date ?? before?.Date) is { } date)
            rows.Put(new BookedTimeRow(
                id, e.Matter, date, change.Change == BookedTimeChange.Accepted || (change.Change == BookedTimeChange.Moved && before?.Sure == true), day, null));
    }

    private static int Days(LocalDate day) => Period.DaysBetween(new LocalDate(1970, 1, 1), day);
}
