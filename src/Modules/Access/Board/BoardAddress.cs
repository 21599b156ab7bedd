using NodaTime;
using Yhteys.Calendar;

namespace Yhteys.Access.Board;

/// <summary>Addresses of the board's sections, of the part of each that is fetched again, and of the same as a file.</summary>
internal static class BoardAddress
{
    /// <summary>Second files of a section.</summary>
    public const string Notices = "-notices", Distribution = "-distribution";

    public static IReadOnlyList<BoardSection> Sections { get; } = Enum.GetValues<BoardSection>();

    public static string Page(BoardSection section) => section == BoardSection.Overview ? AccessModule.Board : $"{AccessModule.Board}/{Name(section)}";

    public static string Page(BoardSection section, BoardMoment moment) => Page(section) + BoardAsked.Query(moment);

    public static string Figures(BoardSection section) => Page(section) + "/figures";

    /// <summary>The files of a section, each of one table: what is added to the section's name for it.</summary>
    public static IReadOnlyList<string> Tables(BoardSection section) => section switch
    {
        BoardSection.Groups => ["", Notices],
        BoardSection.Waits => ["", Distribution],
        _ => [""],
    };

    public static string Csv(BoardSection section, string table) => Page(section) + table + ".csv";

    public static string Csv(BoardSection section, string table, BoardMoment moment) => Csv(section, table) + BoardAsked.Query(moment);

    /// <summary>The matters behind a figure: those that are counted, now or on a past day. The worklist has others too.</summary>
    public static string List(Guid? unit, string line, BoardMoment moment) =>
        $"{AccessModule.BoardList}{(moment.IsPast ? BoardAsked.Query(moment) + "&" : "?")}unit={unit}&line={line}";

    /// <summary>The matters of the forecast, of one last day or of all.</summary>
    public static string Breaches(Guid? unit, string line, LocalDate? lastDay, BoardMoment moment) =>
        $"{AccessModule.BoardList}{(moment.IsPast ? BoardAsked.Query(moment) + "&" : "?")}unit={unit}&line={line}&{(lastDay is { } day ? "due=" + day.Iso() : "due=soon")}";

    public static string Name(BoardSection section) => section.ToString().ToLowerInvariant();
}
