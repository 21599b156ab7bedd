using NodaTime;
using Yhteys.Calendar;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;
using Yhteys.Organisation.Views;
using Yhteys.Residents.Vault;

namespace Yhteys.Cases;

/// <summary>A resident contacts the county, or a professional records a contact that came by another channel.</summary>
/// <param name="Matter">A new random id; also the id of the matter's key.</param>
/// <param name="Number">From <see cref="ReceiptNumber"/>.</param>
/// <param name="By">Who contacts for <paramref name="Person"/>; null when the person does.</param>
/// <param name="HelpWanted">now, today, days or no_hurry.</param>
/// <param name="ReplyBy">web or phone.</param>
/// <param name="ReplyHours">One of <see cref="Hours"/>; null when any staffed hour will do.</param>
/// <param name="Alarms">The unit to alarm when somebody is in danger, from <see cref="AlarmedUnit.For"/>.</param>
/// <param name="Opening">What opens the matter, one of <see cref="Openings"/>; null = a contact.</param>
/// <param name="Reasons">Flags of the clocks known now.</param>
/// <param name="BornOn">Of a birth notice.</param>
/// <param name="SchoolClosed">When the pupil's school is closed; null when its calendar is not known, and then every working day counts.</param>
/// <param name="MinorWill">What a minor who contacts alone wants the guardians to know, permits or forbids; not asked of others.</param>
public sealed record ReceiveContact(
    Guid Matter, string Number, Guid Person, Guid? By, string ServiceLine, string? Topic, Guid Unit, string Channel, string Text,
    string HelpWanted = "days", string ReplyBy = "web", string? ReplyHours = null, bool Interpreter = false, bool NeedsHelpOnline = false, bool Danger = false,
    string? Opening = null, IReadOnlyList<string>? Reasons = null, LocalDate? BornOn = null, IReadOnlyList<ClosedDays>? SchoolClosed = null,
    Guid? Alarms = null, string? MinorWill = null)
{
    public static IReadOnlyList<string> Hurries { get; } = ["now", "today", "days", "no_hurry"];
    public static IReadOnlyList<string> Replies { get; } = ["web", "phone"];

    /// <summary>Wished hours of an answer, from–to.</summary>
    public static IReadOnlyList<string> Hours { get; } = ["8-10", "10-12", "12-14", "14-16"];

    /// <param name="line">The service line that the command names, from content.</param>
    /// <param name="countsOn">The day that the contact counts for by the county's office hours.</param>
    public static Decision Decide(
        Matter state, ReceiveContact command, PersonRow? person, ServiceLine? line, UnitRow? unit, LocalDate countsOn, Context context)
    {
        if (state.Exists) return Decision.Nothing;
        if (person is null) return new PersonNotKnown();
        if (line is null || line.ByReferral != (command.Opening == Openings.Referral)) return new UnknownServiceLine();
        if (unit is null || !unit.ServiceLines.Contains(line.Id)) return new UnitDoesNotHandle();
        if (Words.Refused(command.Text) is { } refusal) return refusal;
        if (!Hurries.Contains(command.HelpWanted)) return new UnknownHelpWanted();
        if (!Replies.Contains(command.ReplyBy)) return new UnknownReplyBy();
        if (command.ReplyHours is { } hours && !Hours.Contains(hours)) return new UnknownReplyHours();

        var arrived = context.HappenedAt.Day();
        // The day of the contact decides which age's limits bind (TervHL 51 a § 3 mom, 51 b § 4 mom), also after office hours.
        var age = person.AgeOn(arrived);
        var alone = command.By is null && context.Actor.Kind == "person";
        var received = new ContactReceived(
            command.Matter, command.Number, command.Person, command.By, line.Register, line.Id, command.Topic, command.Unit, command.Channel,
            countsOn, age, person.Sex.ToString(), person.Language, person.DisclosedMunicipality,
            Seal.With(command.Matter, command.Text.Trim()), command.HelpWanted, command.ReplyBy, command.ReplyHours, command.Interpreter,
            command.NeedsHelpOnline, command.Danger, alone, command.Opening,
            arrived, command.Reasons, command.BornOn, command.SchoolClosed,
            alone && MatterSights.MayBeHidden(age) && MinorWills.Said.Contains(command.MinorWill) ? command.MinorWill : null);
        var alarm = new DangerAlarmRaised(command.Matter, command.Person, command.Alarms ?? Organisation.Roles.WholeCounty, line.Register);
        return Decision.Append(command.Matter, command.Danger ? [received, alarm] : [received])
            .WithKey(new NewKey(command.Matter, line.Register, "matter", command.Person));
    }
}
