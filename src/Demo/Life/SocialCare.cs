using NodaTime;
using Yhteys.Assessment;
using Yhteys.Calendar;
using Yhteys.Cases;
using Yhteys.Kernel;
using Yhteys.Ui;

namespace Yhteys.Demo.Life;

/// <summary>A matter of social welfare from the assessment to the service, and a pupil's talk with the school social worker.</summary>
internal static class SocialCare
{
    // Upper secondary schools are in the larger municipalities.
    private static readonly string[] Schools = ["272", "217", "236"];

    /// <param name="danger">Somebody was said to be in danger: it is judged before anything else.</param>
    public static void Go(MatterStory story, string line, bool danger = false)
    {
        var (dice, matter) = (story.Dice, story.Matter);
        if (danger)
            story.Record("urgency-judged", new("urgent"));
        else if (line is not ("social_assistance" or "child_welfare") && dice.Chance(0.35))
        {
            story.HelpAtOnce();
            return;
        }

        if (line == "social_assistance")
            Application(story);
        else
            Assessment(story, line);
        story.WaitForWork(12 + (dice.Share() * dice.Share() * 260));
        var result = dice.Chance(0.75) ? "granted" : dice.Chance(0.6) ? "refused" : "not_needed";
        story.Do((work, professional, context) => MakeDecision.Decide(
            work.State<Matter>(matter), work.State<MatterFacts>(matter), work.State<SocialSteps>(matter), new(matter, result, ExampleTexts.Note), professional, context));
        story.WaitForWork(dice.Share() * 120);
        if (result == "granted")
            story.Do((work, professional, context) => CarryOutDecision.Decide(
                work.State<Matter>(matter), work.State<MatterFacts>(matter), work.State<SocialSteps>(matter), new(matter), professional, context));
        story.WaitForWork(0.2);
        story.Close(result == "granted" ? "helped" : "advised");
    }

    /// <summary>A pupil or student talks with the school social worker (kuraattori).</summary>
    public static void Talk(MatterStory story)
    {
        var dice = story.Dice;
        if (dice.Chance(0.2))
            story.Record("urgency-judged", new(dice.Chance(0.5) ? "urgent" : "non_urgent"));
        if (dice.Chance(0.35))
            story.Record("school-chosen", new(dice.Pick(Schools)));
        story.WaitForWork(dice.Share() * dice.Share() * 240);
        story.Record("conversation-offered", new(dice.Chance(0.85) ? "held" : "not_taken"));
        story.WaitForWork(1);
        story.Close(dice.Chance(0.6) ? "helped" : "care_goes_on");
    }

    private static void Assessment(MatterStory story, string line)
    {
        var (dice, matter) = (story.Dice, story.Matter);
        if (line != "child_welfare" && dice.Chance(0.1))
            story.Record("urgency-judged", new(dice.Chance(0.3) ? "urgent" : "non_urgent"));
        if (line is "adult_social" or "older_people" or "family_social" && dice.Chance(0.12))
            story.Record("client-facts", new(Flags: [line == "family_social" ? "special_support" : dice.Chance(0.5) ? "disabled" : "highest_care_allowance"]));
        story.WaitForWork(dice.Share() * dice.Share() * 200);
        story.Do((work, professional, context) => StartSocialAssessment.Decide(
            work.State<Matter>(matter), work.State<MatterFacts>(matter), work.State<SocialSteps>(matter), new(matter), professional, context));
        if (line == "child_welfare" && story.Handler.Appoint.Profession == "social_worker" && dice.Chance(0.15))
            Place(story);
        if (line == "family_social" && story.Person.AgeOn(FinnishTime.Day(story.Now)) < 18 && dice.Chance(0.2))
            story.Record("need-identified", new("psychosocial"));
        story.WaitForWork(48 + (dice.Share() * 500));
        story.Do((work, professional, context) => CompleteSocialAssessment.Decide(
            work.State<Matter>(matter), work.State<MatterFacts>(matter), work.State<SocialSteps>(matter), new(matter, ExampleTexts.Note), professional, context));
    }

    // Most placements end in their time, some are extended on the act's ground.
    private static void Place(MatterStory story)
    {
        var dice = story.Dice;
        story.WaitForWork(2);
        story.Record("child-placed", new(OtherDay: FinnishTime.Day(story.Now), Note: ExampleTexts.Note));
        if (dice.Chance(0.3))
        {
            story.WaitForWork(48 + (dice.Share() * 200));
            story.Record("limit-extended", new("act_ground", Rule: "LSL38-EMERGENCY", Note: ExampleTexts.Note));
        }

        story.WaitForWork(24 + (dice.Share() * 200));
        story.Record("placement-ended");
    }

    private static void Application(MatterStory story)
    {
        var (dice, matter) = (story.Dice, story.Matter);
        if (dice.Chance(0.2))
        {
            story.Record("conversation-requested");
            story.WaitForWork(dice.Share() * 150);
            story.Record("conversation-offered", new("held"));
        }

        story.WaitForWork(dice.Share() * 20);
        story.Record("application-arrived");
        if (!dice.Chance(0.4))
            return;
        story.WaitForWork(dice.Share() * 100);
        var deadline = FinnishTime.Day(story.Now).PlusDays(7);
        story.Record("completion-requested", new(OtherDay: deadline, Words: ExampleTexts.Question(story.Language)));
        if (dice.Chance(0.65))
        {
            story.WaitForWork(12 + (dice.Share() * 90));
            story.Record("application-completed");
            return;
        }

        story.WaitUntil(deadline.PlusDays(1).AtStartOfDayInZone(Fi.Helsinki).ToInstant() + Duration.FromSeconds(30));
        story.ByProgram((work, context) => ExpireCompletion.Decide(work.State<MatterFacts>(matter), new(matter, deadline), "social", context));
    }
}
