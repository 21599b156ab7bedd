using Yhteys.Web.Desk.Alarms;
using Yhteys.Web.Desk.AuditMatter;
using Yhteys.Web.Desk.BoardList;
using Yhteys.Web.Desk.OpenMatter;
using Yhteys.Web.Desk.Worklist;

namespace Yhteys.Web.Desk;

internal static class DeskServices
{
    public static IServiceCollection AddDesk(this IServiceCollection services) => services
        .AddSingleton<MatterDoor>()
        .AddSingleton<MatterClocks>()
        .AddSingleton<Presence>()
        .AddSingleton<AlarmReader>()
        .AddScoped<MatterReader>()
        .AddScoped<StepWords>()
        .AddScoped<NotifierOpenings>()
        .AddSingleton<Access.Board.IBesideBoard, BesideBoard>()
        .AddSingleton<Access.Board.IListedMatters, ListedMatters>()
        .AddScoped<BoardListReader>()
        .AddScoped<WorklistReader>();
}
