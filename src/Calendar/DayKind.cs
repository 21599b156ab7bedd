namespace Yhteys.Calendar;

/// <summary>What a date is in the Finnish calendar. Every value but <see cref="Working"/> names why the day is not an arkipäivä.</summary>
/// <remarks>Kirkkolaki 652/2023 1:6, kirkkojärjestys 657/2023 1:4, acts 388/1937 and 272/1944, act 150/1930 5 §.</remarks>
public enum DayKind : byte
{
    Working,
    Saturday,
    Sunday,
    NewYearsDay,
    Epiphany,
    GoodFriday,
    EasterSunday,
    EasterMonday,
    MayDay,
    AscensionDay,
    WhitSunday,
    MidsummerEve,
    MidsummerDay,
    AllSaintsDay,
    IndependenceDay,
    ChristmasEve,
    ChristmasDay,
    SecondDayOfChristmas,

    /// <summary>A day that the caller closed: an extra holiday of a county.</summary>
    Closed,

    /// <summary>A day on which the school does not work (oppilaitoksen työpäivä is something else than an arkipäivä).</summary>
    SchoolClosed,
}
