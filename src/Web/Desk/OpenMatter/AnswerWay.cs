using Yhteys.Residents.Vault;

namespace Yhteys.Web.Desk.OpenMatter;

/// <summary>How an answer reaches whoever made the contact.</summary>
/// <param name="SeenByNobody">A notice that has been released to nobody: an answer is refused.</param>
/// <param name="Read">Somebody can read it in the service.</param>
/// <param name="ByPhone">Who is answered wished for it by phone.</param>
/// <param name="Maker">Who made the contact for the person and is answered.</param>
/// <param name="NotToMaker">Somebody made it for the person, and is told nothing of it any more.</param>
public sealed record AnswerWay(bool SeenByNobody, bool Read, bool ByPhone, Reached? Maker, bool NotToMaker)
{
    /// <summary>A number is needed to tell it.</summary>
    public bool ToBeTold => ByPhone || !Read;
}

/// <summary>Somebody who is called.</summary>
/// <param name="Phone">Null when it is not known or not shown.</param>
/// <param name="Hidden">Under non-disclosure: the number is opened on the identity card.</param>
public sealed record Reached(string Name, string? Phone, bool Hidden)
{
    public static Reached Of(PersonRow who, People people) =>
        new(people.NameOf(who)?.Full ?? "–", who.NonDisclosure ? null : people.ContactDataOf(who)?.Phone, who.NonDisclosure);
}
