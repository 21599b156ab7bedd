namespace Yhteys.Access.TryLaw;

/// <summary>The matters of a result that the reader may know of, by their receipt numbers.</summary>
/// <param name="MayOpen">The reader may open matters; else the matter is shown in the list behind the board, where its client is shown and the reading is logged.</param>
public sealed record SeenMatters(IReadOnlyDictionary<Guid, string> Numbers, bool MayOpen)
{
    public bool Any => Numbers.Count > 0;

    /// <summary>Null for a matter that the reader may not know of.</summary>
    public string? Number(Guid matter) => Numbers.GetValueOrDefault(matter);

    public string Address(Guid matter) => MayOpen ? $"/matters/{matter}" : $"{AccessModule.BoardList}?unit=all&matter={matter}";
}
