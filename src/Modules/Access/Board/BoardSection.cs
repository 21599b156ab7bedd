namespace Yhteys.Access.Board;

/// <summary>The pages that the board is divided into; each has its own address.</summary>
public enum BoardSection
{
    /// <summary>Totals, and units with their service lines.</summary>
    Overview,

    /// <summary>Groups of the programme and notices.</summary>
    Groups,

    /// <summary>Service lines by unit, and municipalities on a map.</summary>
    Places,

    /// <summary>How long is waited: classes, and the longest.</summary>
    Waits,

    /// <summary>Breaches to come if nothing is booked.</summary>
    Forecast,

    /// <summary>Week by week, with the changes of law.</summary>
    Trend,
}
