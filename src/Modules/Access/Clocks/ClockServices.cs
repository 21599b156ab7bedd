using Microsoft.Extensions.DependencyInjection;
using Yhteys.Content;

namespace Yhteys.Access.Clocks;

/// <summary>What the clocks need from the host.</summary>
public static class ClockServices
{
    /// <summary>Lets the content check look into rules and promises.</summary>
    public static IServiceCollection AddClockContentChecks(this IServiceCollection services) => services
        .AddSingleton<IContentCheck, RulesCheck>()
        .AddSingleton<IContentCheck, PromisesCheck>();
}
