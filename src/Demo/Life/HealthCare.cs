using NodaTime;
using Yhteys.Assessment;
using Yhteys.Booking;
using Yhteys.Calendar;
using Yhteys.Cases;
using Yhteys.Content;
using Yhteys.Ui;

namespace Yhteys.Demo.Life;

/// <summary>A matter of health care from the assessment of need to the visit.</summary>
internal sealed class HealthCare(Diary diary, BookingSettings settings)
{
    public void Go(MatterStory story, string line)
    {
        var dice = story.Dice;
        if (line == "student_health" && dice.Chance(0.3))
        {
            story.Record("contact-handled");
            story.WaitForWork(0.2);
        }

        if (line is "child_health_clinic" or "student_health" && dice.Chance(0.06))
            story.Record("client-facts", new(Flags: ["periodic_oral_check"]));
        if (dice.Chance(0.4))
        {
            story.HelpAtOnce();
            return;
        }

        var urgent = dice.Chance(0.12);
        var self = dice.Chance(0.12);
        var needs = line switch { "oral_health" => "dentist", "primary_care" when dice.Chance(0.6) => "physician", _ => null };
        var command = new AssessCareNeed(
            story.Matter, urgent ? "urgent" : "non_urgent", self ? "self_care" : "appointment", dice.Chance(0.8), line == "primary_care", self ? null : needs, ExampleTexts.Note);
        story.Do((work, professional, context) => AssessCareNeed.Decide(work.State<Matter>(command.Matter), work.State<MatterFacts>(command.Matter), command, story.Content, professional, context, story.Person.BirthDate));
        if (self)
        {
            story.WaitForWork(0.2);
            story.Write(ExampleTexts.Advice(story.Language), asks: false);
            story.WaitForWork(0.2);
            story.Close("advised");
        }
        else
        {
            if (urgent && dice.Chance(0.3))
            {
                story.WaitForWork(0.3);
                story.Record("visit-made", new(dice.Chance(0.3) ? "remote" : "on_site"));
                return;
            }

            Therapy(story, line);
            story.WaitForWork(dice.Chance(0.15) ? 30 : 0.3);
            Offer(story, line, needs, urgent ? 1 : dice.Chance(0.12) ? 15 + dice.Below(6) : 1 + dice.Below(9), again: false);
        }
    }

    // The therapy guarantee of those under 23 (TervHL 53 §).
    private static void Therapy(MatterStory story, string line)
    {
        if (line != "mental_health_addiction" || story.Person.AgeOn(FinnishTime.Day(story.Now)) >= 23 || !story.Dice.Chance(0.5))
            return;
        story.WaitForWork(1);
        story.Record("need-identified", new("therapy"));
        story.WaitForWork(48 + (story.Dice.Share() * 400));
        story.Record("care-started", new("therapy"));
    }

    private void Offer(MatterStory story, string line, string? profession, int days, bool again)
    {
        if (diary.Take(line, story.Now + Duration.FromDays(days), profession) is not { } first)
            return;
        var dice = story.Dice;
        var (appointment, matter, agreed) = (dice.Id(), story.Matter, again || dice.Chance(0.35));
        story.Do((work, _, _) => OfferAppointment.Decide(work, new(appointment, matter, first.Day, first.Start, agreed), settings));
        if (!agreed && !Answered(story, appointment, first, line, profession))
            return;
        if (dice.Chance(0.05))
        {
            story.Wait(1);
            story.ByResident((work, _) => CancelAppointment.Decide(work, new(appointment, matter)));
            return;
        }

        var time = first;
        if (dice.Chance(0.04) && diary.Take(line, time.At + Duration.FromDays(1), profession) is { } later)
        {
            story.Wait(1);
            story.Do((work, _, _) => MoveAppointment.Decide(work, new(appointment, matter, later.Day, later.Start), settings));
            time = later;
        }

        Visit(story, appointment, time);
    }

    // Accepted; or declined, or left to lapse, and then most often agreed anew on the phone.
    private bool Answered(MatterStory story, Guid appointment, FreeTime offered, string line, string? profession)
    {
        var (dice, matter) = (story.Dice, story.Matter);
        var over = Instant.Min(Workday.At(settings.AnswerBy(FinnishTime.Day(story.Now), offered.Date).PlusDays(1), new(0, 0)), offered.At);
        story.Wait(Math.Min(dice.Share() * 12, (over - story.Now).TotalHours - 0.02));
        if (dice.Chance(0.85))
        {
            story.ByResident((work, _) => AcceptAppointment.Decide(work, new(appointment, matter)));
            return true;
        }

        if (dice.Chance(0.5))
        {
            var reason = dice.PickWeighted([("time_does_not_suit", 6.0), ("place_does_not_suit", 2), ("other_professional", 1), ("not_told", 1)], r => r.Item2).Item1;
            story.ByResident((work, _) => DeclineAppointment.Decide(work, new(appointment, matter, reason)));
        }
        else
        {
            story.LapseAfter(settings.AnswerBy(FinnishTime.Day(story.Now), offered.Date), offered.At, appointment);
            if (dice.Chance(0.4))
                return false;
        }

        story.WaitForWork(2);
        Offer(story, line, profession, 2 + dice.Below(8), again: true);
        return false;
    }

    private static void Visit(MatterStory story, Guid appointment, FreeTime time)
    {
        var (dice, matter) = (story.Dice, story.Matter);
        if (dice.Chance(0.06))
        {
            story.WaitUntil(time.At + Duration.FromMinutes(20));
            story.Do((work, _, context) => MarkNoShow.Decide(work.State<MatterAppointments>(matter), new(appointment, matter), context));
            if (dice.Chance(0.4))
            {
                story.WaitForWork(48);
                story.Close("withdrawn");
            }
            else if (matter.ToByteArray()[0] % 2 == 0)
            {
                // Late, but there.
                story.Do((work, _, _) => TakeBackNoShow.Decide(work, new(appointment, matter)));
                story.WaitUntil(time.At + Duration.FromMinutes(45));
                story.Do((work, _, context) => MarkAttended.Decide(work.State<MatterAppointments>(matter), new(appointment, matter), context));
            }

            return;
        }

        story.WaitUntil(time.At - Duration.FromMinutes(5));
        story.Do((work, _, context) => MarkArrived.Decide(work.State<MatterAppointments>(matter), new(appointment, matter), context));
        story.WaitUntil(time.At + Duration.FromMinutes(25));
        story.Do((work, _, context) => MarkAttended.Decide(work.State<MatterAppointments>(matter), new(appointment, matter), context));
        story.WaitForWork(0.1);
        if (dice.Chance(0.85))
            story.Close(dice.Chance(0.7) ? "helped" : "care_goes_on");
    }
}
