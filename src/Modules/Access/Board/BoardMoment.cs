using NodaTime;
using Yhteys.Calendar;

namespace Yhteys.Access.Board;

/// <summary>What is known when a board is counted.</summary>
public enum BoardKnowledge
{
    /// <summary>Today, as the journal stands.</summary>
    Live,

    /// <summary>A past day, by what had been recorded by the end of it: what the board showed then.</summary>
    Then,

    /// <summary>A past day, by what is known now of what had happened by the end of it.</summary>
    Now,
}

/// <summary>The day that a board is of, and what is known of it.</summary>
public readonly record struct BoardMoment(LocalDate Day, BoardKnowledge Known)
{
    public bool IsPast => Known != BoardKnowledge.Live;

    /// <summary>Name of a file of what is shown of the moment.</summary>
    public string FileOf(string what) => $"yhteys-{what}-{Day.Iso()}{(Known == BoardKnowledge.Now ? "-known-now" : "")}.csv";
}
