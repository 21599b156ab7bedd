using Yhteys.Cases;
using Yhteys.Residents.Vault;
using Yhteys.Ui;
using Yhteys.Web.Desk.HandleMatter;

namespace Yhteys.Web.Desk.DecideSight;

/// <summary>Who outside may see the matter, and whether a child needs urgent help.</summary>
internal static class DecideSightPosts
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        HandleMatterPosts.Post(pages, "release-to", (work, matter, form, asked) => ReleaseTo.Decide(
                work.State<Matter>(matter), Release(matter, form), work.Row<PersonRow>(work.State<Matter>(matter).Person), asked.Today),
            sent => Release(sent.Matter, sent.Form).Missing());
        HandleMatterPosts.Post(pages, "keep-from-guardians", (work, matter, form, asked) => KeepFromGuardians.Decide(
                work.State<Matter>(matter), Keep(matter, form), work.Row<PersonRow>(work.State<Matter>(matter).Person), asked.Today),
            sent => Keep(sent.Matter, sent.Form).Missing());
        HandleMatterPosts.Post(pages, "judge", (work, matter, form, asked) => JudgeUrgency.Decide(work.State<Matter>(matter), Judge(matter, form), asked.Professional, asked.Today),
            sent => Judge(sent.Matter, sent.Form).Missing());
    }

    private static ReleaseTo Release(Guid matter, FormState form) => new(matter, form.Text("Scope") ?? "", form.Text("MinorWill"), form.Text("Reason") ?? "", form.Seen);

    private static KeepFromGuardians Keep(Guid matter, FormState form) => new(matter, form.Text("Ground") ?? "", form.Text("MinorWill") ?? "", form.Text("Reason") ?? "", form.Seen);

    private static JudgeUrgency Judge(Guid matter, FormState form) =>
        new(matter, form.Text("Urgent") switch { "yes" => true, "no" => false, _ => null }, form.Text("Text") ?? "", form.Seen);
}
