using Yhteys.Access;
using Yhteys.Booking;
using Yhteys.Organisation;
using Yhteys.Residents;
using Yhteys.Web.Desk;
using Yhteys.Web.Desk.Alarms;
using Yhteys.Web.Desk.AuditMatter;

namespace Yhteys.Web.Frame;

/// <summary>What each role finds in the menu, and where it lands after signing in. Texts are keys of <see cref="Texts"/>.</summary>
internal static class Navigation
{
    /// <param name="Also">Addresses that begin so belong to it too.</param>
    public sealed record Item(string Href, string Text, string? Also = null);

    public const string Contact = "/contact";
    public const string MyMatters = "/my-matters";

    private static readonly Item Front = new("/", "Nav_Front"), Worklist = new(DeskPages.Worklist, "Nav_Worklist", "/matters/"), WhoLooked = new(ResidentPages.MyReadLog, "Nav_WhoLooked"),
        ContactUs = new(Contact, "Nav_Contact"), Mine = new(MyMatters, "Nav_MyMatters"), Board = new(AccessModule.Board, "Nav_Board"),
        MyTimes = new(BookingPages.Mine, "Nav_MyAppointments"), Day = new(BookingPages.Day, "Nav_Day"), Schedule = new(BookingPages.Schedule, "Nav_Schedule"),
        Record = new(ResidentPages.Find, "Nav_Record", "/contacts/"), ReadLog = new(ResidentPages.ReadLog, "Nav_ReadLog"),
        Publish = new(AccessModule.Publish, "Nav_Publish"), Tasks = new(AccessModule.Tasks, "Nav_Tasks"),
        Law = new(AccessModule.Rules, "Nav_Rules"), Rules = new(AccessModule.Rules, "Nav_RulesStaff"),
        Units = new(OrganisationPages.Units, "Nav_Units"), Professionals = new(OrganisationPages.Professionals, "Nav_Professionals"), SchoolYears = new(OrganisationPages.SchoolYears, "Nav_SchoolYears"), Alarms = new(AlarmsPage.Path, "Nav_Alarms"), AuditMatter = new(AuditMatterPage.Path, "Nav_AuditMatter");

    public static IReadOnlyList<Item> For(CurrentUser? user) => user switch
    {
        null => [Front, ContactUs, Law],
        { IsResident: true } => [Front, ContactUs, Mine, MyTimes, WhoLooked, Law],
        _ => [.. Staff(user)],
    };

    private static IEnumerable<Item> Staff(CurrentUser user)
    {
        if (user.May(Rights.MatterList))
            yield return Worklist;
        if (user.May(Rights.TaskHandle) && user.May(Rights.MatterList))
            yield return Tasks;
        if (user.May(Rights.ContactRecord))
            yield return Record;
        if (user.May(Rights.AppointmentOffer))
            yield return Day;
        if (user.May(Rights.ScheduleOwn))
            yield return Schedule;
        if (user.May(Rights.BoardRead))
            yield return Board;
        if (user.May(Rights.AlarmSee))
            yield return Alarms;
        if (user.May(Rights.TaskHandle) && !user.May(Rights.MatterList))
            yield return Tasks;
        if (user.May(Rights.FiguresPublish))
            yield return Publish;
        if (user.May(Rights.ReadLogAudit))
        {
            yield return ReadLog;
            yield return AuditMatter;
        }
        if (user.May(Rights.OrganisationManage))
        {
            yield return Units;
            yield return Professionals;
            yield return SchoolYears;
        }
        if (user.May(Rights.LawRead))
            yield return Rules;
    }

    public static string Landing(CurrentUser user) => For(user) is [var first, ..] ? first.Href : "/";
}
