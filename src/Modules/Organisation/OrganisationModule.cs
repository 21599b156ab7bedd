using Microsoft.Extensions.DependencyInjection;
using Yhteys.Kernel;
using Yhteys.Kernel.Views;
using Yhteys.Organisation.Views;

namespace Yhteys.Organisation;

/// <summary>What the host needs to know of the module.</summary>
public static class OrganisationModule
{
    public static IServiceCollection AddOrganisation(this IServiceCollection services) => services
        .AddSingleton(new EventAssembly(typeof(OrganisationModule).Assembly))
        .AddSingleton<View, OrganisationView>()
        .AddSingleton<OrganisationQueries>()
        .AddScoped<OrganisationHistory>();
}
