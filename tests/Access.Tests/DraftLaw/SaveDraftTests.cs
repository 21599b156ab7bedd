using Yhteys.Access.DraftLaw;
using Yhteys.Content;
using Yhteys.Kernel;

namespace Yhteys.Access.Tests.DraftLaw;

/// <summary>Somebody puts a draft away while another has its page open.</summary>
public class SaveDraftTests
{
    private static readonly SaveDraft Save = new(Guid.NewGuid(), "Luonnos", [new ContentText("rules/x.json", "{}")]);

    [Fact]
    public void A_draft_that_was_put_away_meanwhile_is_not_saved_any_more()
    {
        Refused(SaveDraft.Decide(new(Saved: true, Discarded: true), Save, version: 2, seen: 1)).ShouldBeOfType<DraftIsGone>();
        Refused(SaveDraft.Decide(new(Saved: true, Discarded: false), Save, version: 2, seen: 1)).ShouldBeOfType<ChangedSinceOpened>();
    }

    [Fact]
    public void What_never_was_saved_can_not_be_put_away() =>
        Refused(DiscardDraft.Decide(DraftState.Empty, new(Save.Draft))).ShouldBeOfType<DraftIsGone>();

    private static Refusal Refused(Decision decision) => decision.ShouldBeOfType<Decision.Refused>().Refusal;
}
