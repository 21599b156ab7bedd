using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Yhteys.Access.Board;
using Yhteys.Access.Clocks;
using Yhteys.Access.Escalation;
using Yhteys.Access.Escalation.Inbox;
using Yhteys.Access.Publish;
using Yhteys.Access.Publish.Approve;
using Yhteys.Access.Publish.Show;
using Yhteys.Access.Views;
using Yhteys.Kernel.Views;

namespace Yhteys.Access;

/// <summary>What the host needs to know of the module.</summary>
public static class AccessModule
{
    /// <summary>The live board of access to care and services.</summary>
    public const string Board = "/board";

    /// <summary>The matters behind the board's figures, at any moment; the host has the page, since it shows people.</summary>
    public const string BoardList = "/board/list";
    public const string BoardListFile = BoardList + ".csv";

    /// <summary>What the county has published of access to care and services; open to everybody.</summary>
    public const string Published = "/published";

    /// <summary>Figures that wait to be published, for those who may.</summary>
    public const string Publish = "/publish";

    /// <summary>What the law promises: public, with more for staff.</summary>
    public const string Rules = "/rules";

    /// <summary>Tasks of times that run out, for handlers, leads and the director.</summary>
    public const string Tasks = "/escalations";

    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.TryAddSingleton<RulesInForce>();
        return services
            .AddClockContentChecks()
            .AddPublication()
            .AddEscalation()
            .AddSingleton<View>(s => new AccessClocks(s.GetRequiredService<RulesInForce>().Current))
            .AddSingleton<View>(s => new AccessPast(s.GetRequiredService<RulesInForce>().Current))
            .AddSingleton<View, MatterDetails>()
            .AddLaw()
            .AddBoard();
    }

    public static void MapAccess(this IEndpointRouteBuilder pages)
    {
        BoardPage.Map(pages);
        PublishedPages.Map(pages);
        PublishPages.Map(pages);
        pages.MapLaw();
        TasksPage.Map(pages);
    }
}
