using NodaTime;

namespace Yhteys.Calendar;

/// <summary>In what a statutory time is counted.</summary>
public enum TimeUnit : byte
{
    /// <summary>The start day itself, or the next working day when the start is not a working day (samana päivänä).</summary>
    SameDay,

    /// <summary>Calendar days (vuorokausi).</summary>
    Days,

    /// <summary>Calendar weeks (viikko).</summary>
    Weeks,

    /// <summary>Calendar months (kuukausi); a day that the month lacks becomes its last day (150/1930 3 §).</summary>
    Months,

    /// <summary>Working days (arkipäivä).</summary>
    WorkingDays,

    /// <summary>The school's own working days (oppilaitoksen työpäivä).</summary>
    SchoolDays,

    /// <summary>No number in the act: at once (välittömästi). The start day itself.</summary>
    Immediate,
}

/// <summary>A statutory time: so many units from a start day.</summary>
/// <param name="InclusiveStart">The start day is day 1 (LSL 38 §); otherwise it is not counted (150/1930 2 §).</param>
public readonly record struct TimeLimit(int N, TimeUnit Unit, bool InclusiveStart = false);

/// <summary>The end of a statutory time. <paramref name="Strict"/> is the count alone; <paramref name="Latest"/> is moved to the next working day (150/1930 5 §).</summary>
public readonly record struct Deadline(LocalDate Strict, LocalDate Latest);

/// <summary>One day that the count passed: counted with its number, or skipped because of its kind.</summary>
public readonly record struct CountedDay(LocalDate Day, int? Number, DayKind Kind);
