using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Ui;
using Yhteys.Web.Desk.Alarms;
using Yhteys.Web.Desk.AuditMatter;
using Yhteys.Web.Desk.BoardList;
using Yhteys.Web.Desk.CorrectPerson;
using Yhteys.Web.Desk.DecideSight;
using Yhteys.Web.Desk.HandleMatter;
using Yhteys.Web.Desk.OpenMatter;
using Yhteys.Web.Desk.OpenNotifier;
using Yhteys.Web.Desk.TakeMatter;
using Yhteys.Web.Desk.Worklist;

namespace Yhteys.Web.Desk;

/// <summary>The professional's desk: the worklist, and a matter with all that can be done about it.</summary>
internal static class DeskPages
{
    public const string Worklist = "/worklist";
    public const string WorklistRows = "/worklist/rows";

    /// <summary>Live topics of everything that moves a matter.</summary>
    public const string Topics = "cases assessment booking";

    public static void MapDesk(this IEndpointRouteBuilder pages)
    {
        WorklistPage.Map(pages);
        BoardListPage.Map(pages);
        MatterPage.Map(pages);
        TakeMatterPosts.Map(pages);
        HandleMatterPosts.Map(pages);
        DecideSightPosts.Map(pages);
        CorrectPersonPosts.Map(pages);
        OpenNotifierPosts.Map(pages);
        AlarmsPage.Map(pages);
        AuditMatterPage.Map(pages);
    }
}
