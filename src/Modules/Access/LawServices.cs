using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yhteys.Access.DraftLaw;
using Yhteys.Access.ReadLaw;
using Yhteys.Access.TakeLaw;
using Yhteys.Access.TryLaw;
using Yhteys.Access.Views;
using Yhteys.Kernel;
using Yhteys.Kernel.Views;

namespace Yhteys.Access;

/// <summary>The law as data: reading it, drafts of another, trying them and taking one into use.</summary>
internal static class LawServices
{
    public static IServiceCollection AddLaw(this IServiceCollection services) => services
        .AddSingleton(new EventAssembly(typeof(LawServices).Assembly))
        .AddSingleton<View, LawDrafts>()
        .AddSingleton<DraftLaws>()
        .AddSingleton<LawHistory>()
        .AddSingleton<LawSince>()
        .AddSingleton<PlanEnds>()
        .AddSingleton<ComparedLaws>()
        .AddSingleton<LawRuns>()
        .AddSingleton<LawTaking>()
        .AddSingleton<LawWatch>()
        .AddHostedService(s => s.GetRequiredService<LawWatch>());

    public static void MapLaw(this IEndpointRouteBuilder pages)
    {
        LawPages.Map(pages);
        DraftPages.Map(pages);
        TryPages.Map(pages);
        RunPages.Map(pages);
        TakeLawPage.Map(pages);
    }
}
