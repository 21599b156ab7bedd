using Microsoft.Extensions.Localization;
using NodaTime;
using NodaTime.Text;
using Yhteys.Access.Clocks;
using Yhteys.Access.DraftLaw;
using Yhteys.Access.ReadLaw;
using Yhteys.Ui;

namespace Yhteys.Access.TryLaw;

/// <summary>The law that a draft is held against: the one in use now, another draft, or one that was in use before.</summary>
/// <param name="Id">As it stands in an address; null for the law in use now.</param>
/// <param name="Name">Of a saved draft.</param>
/// <param name="From">When an earlier law came into use.</param>
public sealed record ComparedLaw(string? Id, Law Law, string? Name = null, Instant? From = null)
{
    internal string In(IStringLocalizer<Texts> texts) =>
        Id is null ? texts["Law_InForceNow"] : From is { } from ? texts["Law_InUseFrom", Fi.DateTime(from)] : Name ?? texts["Law_FolderDraft"];
}

/// <summary>What a draft can be held against.</summary>
internal sealed class ComparedLaws(DraftLaws drafts, LawHistory history, RulesInForce inForce)
{
    /// <summary>Null when there is no such law, or it is a draft with faults.</summary>
    public ComparedLaw? Find(string? id)
    {
        if (id is null)
            return new(null, inForce.Current);
        if (InstantPattern.ExtendedIso.Parse(id).TryGetValue(default, out var from))
            return history.All().Times.FirstOrDefault(time => time.From == from)?.Law is { } earlier ? new(id, earlier, From: from) : null;
        return drafts.Find(id) is { Law: { } law } draft ? new(id, law, draft.Name) : null;
    }

    /// <summary>The other saved drafts and the laws that were in use before, the latest first.</summary>
    public IReadOnlyList<Option> Besides(string draft, IStringLocalizer<Texts> texts)
    {
        var now = inForce.Current.Hash;
        return
        [
            .. drafts.All().Where(other => other.Draft.Draft.ToString() != draft).Select(other => new Option(other.Draft.Draft.ToString(), texts["Law_AgainstDraft", other.Draft.Name])),
            .. history.All().Times.Where(time => time.Law is { } law && law.Hash != now).DistinctBy(time => time.Law!.Hash).Reverse()
                .Select(time => new Option(InstantPattern.ExtendedIso.Format(time.From), texts["Law_InUseFrom", Fi.DateTime(time.From)])),
        ];
    }
}
