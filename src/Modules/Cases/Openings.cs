using NodaTime;
using Yhteys.Access;

namespace Yhteys.Cases;

/// <summary>What can open a matter besides a contact, and what each means to the clocks.</summary>
public static class Openings
{
    /// <summary>A referral (lähete) of another unit or service provider.</summary>
    public const string Referral = "referral";

    /// <summary>An application (hakemus) for a social service or social assistance.</summary>
    public const string Application = "application";

    /// <summary>A hospital or another authority contacts about a client.</summary>
    public const string Authority = "authority";

    /// <summary>A birth (syntymä) became known to the child health clinic.</summary>
    public const string BirthNotice = "birth_notice";

    internal static IEnumerable<ClockFact> Facts(ContactReceived e)
    {
        var arrived = e.CameOn;
        if (e.Opening == Referral)
            return [new("referral_arrived", arrived)];
        if (e.Opening == BirthNotice)
            return [new("birth", e.BornOn ?? arrived)];
        return Contact(e, arrived);
    }

    private static IEnumerable<ClockFact> Contact(ContactReceived e, LocalDate arrived)
    {
        yield return new("contact", arrived, Qualifier: e.Opening == Authority ? "authority" : null);
        if (e.Opening == Application)
            yield return new("application_arrived", arrived);
        // Student welfare (opiskeluhuolto) is asked for, and by anybody (OHL 15 §); it is no matter of social welfare.
        if (e.ServiceLine == "student_welfare")
            yield return new("request_made", arrived);
        else if (e.Register == Organisation.Registers.Social)
            yield return new("matter_pending", arrived);
        if (e.ServiceLine == ChildWelfare.Line)
            yield return new("notice_received", arrived);
    }
}
