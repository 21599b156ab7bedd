using Microsoft.Extensions.DependencyInjection;
using Yhteys.Kernel;

namespace Yhteys.Assessment;

/// <summary>What the host needs to know of the module.</summary>
public static class AssessmentModule
{
    public static IServiceCollection AddAssessment(this IServiceCollection services) => services
        .AddSingleton(new EventAssembly(typeof(AssessmentModule).Assembly));
}
