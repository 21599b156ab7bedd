using System.Globalization;
using System.Resources;
using Yhteys.Cases;
using Yhteys.Web.Desk;
using Yhteys.Web.Desk.Worklist;

namespace Yhteys.Web.Tests.Desk;

/// <summary>Codes that a page shows by their value have words.</summary>
public sealed class DeskTextsTests
{
    private static readonly ResourceManager Words = new(typeof(DeskTexts));

    [Fact]
    public void Every_code_of_a_contact_has_words()
    {
        Has("Reply_", [.. ReceiveContact.Replies, GiveNotice.NoReply]);
        Has("Help_", ReceiveContact.Hurries);
        Has("Channel_", WorklistFilter.Channels);
        Has("Came_", GiveNotice.Ways);
        Has("Stage_", MatterStory.Stages);
        Has("Reopening_", ReopenMatter.Reasons);
        Has("Reopened_", [.. ReopenMatter.Reasons, ReopenMatter.AssessmentWanted]);
        Has("Outcome_", [.. CloseMatter.WithCare, .. CloseMatter.WithoutCare]);
    }

    private static void Has(string prefix, IEnumerable<string> codes)
    {
        foreach (var code in codes)
            Words.GetString(prefix + code, CultureInfo.GetCultureInfo("fi")).ShouldNotBeNullOrEmpty(prefix + code);
    }
}
