namespace Yhteys.Access.TryLaw;

/// <summary>The matters of a result that the reader may know of, by their receipt numbers: those of the list behind the board, where their clients are shown and the reading is logged.</summary>
public sealed record SeenMatters(IReadOnlyDictionary<Guid, string> Numbers)
{
    public bool Any => Numbers.Count > 0;

    /// <summary>Null for a matter that the list does not show to the reader.</summary>
    public string? Number(Guid matter) => Numbers.GetValueOrDefault(matter);

    public static string Address(Guid matter) => $"{AccessModule.BoardList}?unit=all&matter={matter}";
}
