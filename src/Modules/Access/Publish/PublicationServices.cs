using Microsoft.Extensions.DependencyInjection;
using Yhteys.Access.Publish.Count;
using Yhteys.Access.Publish.OnTime;
using Yhteys.Access.Publish.Plan;
using Yhteys.Access.Publish.Prepare;
using Yhteys.Access.Publish.Views;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Kernel.Views;

namespace Yhteys.Access.Publish;

internal static class PublicationServices
{
    public static IServiceCollection AddPublication(this IServiceCollection services) => services
        .AddSingleton(new EventAssembly(typeof(FiguresPublished).Assembly))
        .AddSingleton<IContentCheck, PublicationsCheck>()
        .AddSingleton<View, OfferOutcomes>()
        .AddSingleton<View, Publications>()
        .AddSingleton<PlanInForce>()
        .AddSingleton<CountQuery>()
        .AddSingleton<PublicationQueries>()
        .AddSingleton<SettingsThen>()
        .AddSingleton<AsPublished>()
        .AddSingleton<FigurePreparing>()
        .AddSingleton<PublishOnTime>()
        .AddHostedService(s => s.GetRequiredService<PublishOnTime>());
}
