namespace Yhteys.Access.Board;

/// <summary>Addresses of the board's sections, of the part of each that is fetched again, and of the same as a file.</summary>
internal static class BoardAddress
{
    public static IReadOnlyList<BoardSection> Sections { get; } = Enum.GetValues<BoardSection>();

    public static string Page(BoardSection section) => section == BoardSection.Overview ? AccessModule.Board : $"{AccessModule.Board}/{Name(section)}";

    public static string Figures(BoardSection section) => Page(section) + "/figures";

    public static string Csv(BoardSection section) => Page(section) + ".csv";

    public static string Name(BoardSection section) => section.ToString().ToLowerInvariant();
}
