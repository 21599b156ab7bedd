using NodaTime;
using Yhteys.Calendar;
using Yhteys.Cases;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Residents.Vault;

namespace Yhteys.Assessment;

/// <summary>A professional records what arrived and opens a matter: a referral, an application, another authority's contact, a birth, a pupil's request.</summary>
/// <param name="Kind">One of <see cref="Kinds"/>.</param>
/// <param name="Flags">Of a birth: first_child, urgent. Of a referral, an application or a request: urgent, needs_examinations.</param>
public sealed record OpenMatter(
    Guid Matter, string Number, string Kind, Guid Person, string ServiceLine, Guid Unit, string Text, IReadOnlyList<string>? Flags = null,
    LocalDate? BornOn = null)
{
    private static readonly FactKind[] Known =
    [
        new("referral", Rights.ContactRecord, "referral_arrived") { Opens = true, Choices = ["urgent", "needs_examinations"], Reasons = ["urgent", "needs_examinations"] },
        new("application", Rights.ContactRecord, "application_arrived", "contact", "matter_pending") { Opens = true, Choices = ["urgent"], Reasons = ["urgent"] },
        new("authority", Rights.ContactRecord, "contact", "matter_pending") { Opens = true, Choices = ["urgent"], Reasons = ["urgent"] },
        new("birth-notice", Rights.ContactRecord, "birth") { Opens = true, Choices = ["first_child", "urgent"], Reasons = ["first_child", "urgent"] },
        new("request", Rights.ContactRecord, "request_made", "contact") { Opens = true, Choices = ["urgent"], Reasons = ["urgent"] },
    ];

    internal static IReadOnlyList<FactKind> Kinds => Known;

    /// <param name="countsOn">The day that a contact counts for by the county's office hours.</param>
    /// <param name="calendars">School years of the school, for a pupil's request.</param>
    public static Decision Decide(
        Matter state, OpenMatter command, ContentInUse content, PersonRow? person, UnitRow? unit, LocalDate countsOn,
        IReadOnlyList<SchoolCalendarRow> calendars, Context context)
    {
        if (RecordingBook.Of(content.Content).Find(command.Kind, command.ServiceLine) is not { } recording
            || FactKinds.Find(command.Kind) is not { Opens: true } kind) return new NotOnThisLine();
        if (command.Kind == "birth-notice" && GiveCare.RefusedBirth(command.BornOn, context.Now.Day()) is { } refusal) return refusal;
        if (!recording.Offers(command.Flags, kind)) return new FlagNotOffered();
        return ReceiveContact.Decide(
            state,
            new ReceiveContact(
                command.Matter, command.Number, command.Person, null, command.ServiceLine, null, command.Unit, Channel(command.Kind), command.Text,
                Opening: Opening(command.Kind), Reasons: command.Flags ?? [], BornOn: command.BornOn, SchoolClosed: SchoolDays.Closed(calendars)),
            person, content.Content.Services.Line(command.ServiceLine), unit, countsOn, context);
    }

    private static string Channel(string kind) => kind switch { "request" => "walk_in", "birth-notice" => "notice", _ => kind };

    internal static string? Opening(string kind) => kind switch
    {
        "referral" => Openings.Referral,
        "application" => Openings.Application,
        "authority" => Openings.Authority,
        "birth-notice" => Openings.BirthNotice,
        _ => null,
    };
}
