namespace Yhteys.Web.Desk.OpenMatter;

/// <summary>How an answer reaches whoever made the contact.</summary>
/// <param name="SeenByNobody">A notice that has been released to nobody: an answer is refused.</param>
/// <param name="Read">Somebody can read it in the service.</param>
/// <param name="ByPhone">It was wished for by phone.</param>
/// <param name="Other">Name of who made the contact for the person.</param>
public sealed record AnswerWay(bool SeenByNobody, bool Read, bool ByPhone, string? Other)
{
    /// <summary>A number is needed to tell it.</summary>
    public bool ToBeTold => ByPhone || !Read;
}
