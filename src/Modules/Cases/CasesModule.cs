using Microsoft.Extensions.DependencyInjection;
using Yhteys.Access.Clocks;
using Yhteys.Cases.Views;
using Yhteys.Kernel;
using Yhteys.Kernel.Views;
using Yhteys.Organisation;
using Yhteys.Residents.Care;

namespace Yhteys.Cases;

/// <summary>What the host needs to know of the module.</summary>
public static class CasesModule
{
    public static IServiceCollection AddCases(this IServiceCollection services) => services
        .AddSingleton(new EventAssembly(typeof(CasesModule).Assembly))
        .AddSingleton<ResidentMatters>()
        .AddSingleton<MatterReach>()
        .AddSingleton<SendNotice>()
        .AddSingleton<IMatterLoad, MatterLoad>()
        .AddSingleton<IKeptMatters, KeptMatters>()
        .AddHostedService<ClosedUnitWatch>()
        .AddSingleton<View>(s => new MatterView(s.GetRequiredService<RulesInForce>().Current))
        .AddSingleton<View, AlarmView>()
        .AddSingleton<View, NoticesView>();
}
