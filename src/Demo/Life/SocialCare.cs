using Yhteys.Assessment;
using Yhteys.Cases;

namespace Yhteys.Demo.Life;

/// <summary>A matter of social welfare from the assessment to the service.</summary>
internal static class SocialCare
{
    public static void Go(MatterStory story, string line)
    {
        var (dice, matter) = (story.Dice, story.Matter);
        if (line is not ("social_assistance" or "child_welfare") && dice.Chance(0.35))
        {
            story.HelpAtOnce();
            return;
        }

        if (line != "social_assistance")
        {
            story.WaitForWork(dice.Share() * dice.Share() * 200);
            story.Do((work, professional, context) => StartSocialAssessment.Decide(work.State<Matter>(matter), work.State<SocialSteps>(matter), new(matter), professional, context));
            story.WaitForWork(48 + (dice.Share() * 500));
            story.Do((work, professional, context) => CompleteSocialAssessment.Decide(
                work.State<Matter>(matter), work.State<SocialSteps>(matter), new(matter, ExampleTexts.Note), professional, context));
        }

        story.WaitForWork(12 + (dice.Share() * dice.Share() * 260));
        var result = dice.Chance(0.75) ? "granted" : dice.Chance(0.6) ? "refused" : "not_needed";
        story.Do((work, professional, context) => MakeDecision.Decide(
            work.State<Matter>(matter), work.State<SocialSteps>(matter), new(matter, result, ExampleTexts.Note), professional, context));
        story.WaitForWork(dice.Share() * 120);
        if (result == "granted")
            story.Do((work, professional, context) => CarryOutDecision.Decide(work.State<Matter>(matter), work.State<SocialSteps>(matter), new(matter), professional, context));
        story.WaitForWork(0.2);
        story.Close(result == "granted" ? "helped" : "advised");
    }
}
