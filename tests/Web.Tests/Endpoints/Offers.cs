using Yhteys.Cases.Views;
using Yhteys.Web.Tests.Forms;

namespace Yhteys.Web.Tests.Endpoints;

/// <summary>Times that are offered to the first resident, and to some others, so that there is something to answer and to decline.</summary>
internal static class Offers
{
    private static readonly string[] Professionals = ["guidance_nurse", "doctor", "dentist", "social_worker"];

    // Far enough for the resident to move it without asking.
    public const string Day = "2026-03-13";

    private const string Today = "2026-03-10";
    private const int Others = 8, AgreedToday = 4;

    /// <summary>One in each open matter, by the first professional who may.</summary>
    public static async Task ToTheResident(Town town)
    {
        var open = town.App.Journal.Query<MatterRow>(v => $"select * from {v.Table<MatterRow>()} order by receivedat, number").Where(m => m.Open).ToLookup(m => m.Person == Places.Owner);
        var assessed = open[false].Where(m => m.Stage == "assessed").ToList();
        foreach (var matter in open[true].Concat(assessed.Take(Others)))
            await ByAny(town, matter, Day, agreed: false);
        // Of today, so that somebody may arrive; a time that is agreed waits for no answer.
        foreach (var matter in assessed.Skip(Others).Take(AgreedToday))
            await ByAny(town, matter, Today, agreed: true);
    }

    private static async Task ByAny(Town town, MatterRow matter, string day, bool agreed)
    {
        foreach (var persona in Professionals)
            if (await Offered(await town.Browser(persona), $"/matters/{matter.Matter}/offer", $"?Date={day}", agreed))
                return;
    }

    private static async Task<bool> Offered(Browser browser, string path, string day, bool agreed) =>
        WebForm.On(await browser.Get(path + day), path).FirstOrDefault(f => f.Posts && f.Action == path) is { } offer
        && offer.Typed.FirstOrDefault(f => f.Name == "Slot") is { Options: [var first, ..] }
        && (await offer.Send(browser, [.. offer.Filled("Slot", first).Where(f => !agreed || f.Name != "Agreed"), .. agreed ? [("Agreed", "true")] : Array.Empty<(string, string)>()])).Status == 302;
}
