using Yhteys.Kernel;
using Yhteys.Organisation;

namespace Yhteys.Assessment;

/// <summary>Care that is given without an appointment, and what the child health clinic does at a birth.</summary>
internal static class GiveCare
{
    // A birth that is told of later than this is a mistake in the date: the home visit belongs to the first weeks.
    private const int OldestBirthDays = 365;

    public static readonly FactKind Visit = new("visit-made", Rights.FactRecord, "visit")
    {
        Fields = FactFields.Choice,
        Choices = ["on_site", "remote"],
        Decide = c => c.Append(new VisitMade(c.Matter, c.Input.Choice!, c.Note, c.Day, c.Doer.Profession, c.Doer.Licence, c.Register)),
    };

    public static readonly FactKind HomeVisit = new("home-visit-made", Rights.FactRecord, "home_visit")
    {
        Decide = c => c.Append(new HomeVisitMade(c.Matter, c.Note, c.Day, c.Doer.Profession, c.Doer.Licence, c.Register)),
    };

    public static readonly FactKind Start = new("care-started", Rights.FactRecord, "care_started")
    {
        Fields = FactFields.Choice,
        Choices = ["care", "therapy"],
        Qualifies = true,
        Decide = StartCare,
    };

    public static readonly FactKind Birth = new("child-born", Rights.FactRecord, "birth")
    {
        Fields = FactFields.OtherDay | FactFields.Flags,
        Choices = ["first_child", "urgent"],
        Reasons = ["first_child", "urgent"],
        Decide = RecordBirth,
    };

    public static readonly FactKind Reach = new("contact-handled", Rights.FactRecord, "contact_handled")
    {
        Decide = c => c.Append(new ContactHandled(c.Matter, c.Note, c.Day, c.Doer.Profession, c.Doer.Licence, c.Register)),
    };

    /// <summary>Why a day can't be that of a birth told of now; null when it can.</summary>
    public static Refusal? RefusedBirth(NodaTime.LocalDate? born, NodaTime.LocalDate today) =>
        born is not { } day ? new OtherDayMissing() : day > today ? new OtherDayInFuture() : day < today.PlusDays(-OldestBirthDays) ? new BirthTooOld() : null;

    private static Decision StartCare(FactCase c)
    {
        var qualifier = c.Input.Choice == "therapy" ? c.Input.Choice : null;
        if (c.Known.File!.Facts.Any(f => f.Fact == "care_started" && f.Qualifier == qualifier)) return new AlreadyRecorded();
        if (qualifier is not null && !c.Known.File.Facts.Any(f => f.Fact == "need_identified" && f.Qualifier == qualifier)) return new TherapyNeedMissing();
        return c.Append(new CareStarted(c.Matter, c.Input.Choice!, c.Note, c.Day, c.Doer.Profession, c.Doer.Licence, c.Register));
    }

    private static Decision RecordBirth(FactCase c)
    {
        if (RefusedBirth(c.Input.OtherDay, c.Today) is { } refusal) return refusal;
        var flags = c.Input.Flags ?? [];
        return c.Append(new ChildBorn(
            c.Matter, c.Input.OtherDay!.Value, c.ReasonsWith(flags, flags.Contains("urgent") ? ["non_urgent"] : []), c.Note, c.Day,
            c.Doer.Profession, c.Doer.Licence, c.Register));
    }
}
