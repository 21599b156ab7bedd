using Microsoft.Extensions.DependencyInjection;
using Yhteys.Assessment.Views;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Kernel.Views;

namespace Yhteys.Assessment;

/// <summary>What the host needs to know of the module.</summary>
public static class AssessmentModule
{
    public static IServiceCollection AddAssessment(this IServiceCollection services) => services
        .AddSingleton(new EventAssembly(typeof(AssessmentModule).Assembly))
        .AddSingleton<View, Completions>()
        .AddSingleton<IContentCheck, RecordingsCheck>()
        .AddSingleton<CompletionWatch>()
        .AddHostedService(s => s.GetRequiredService<CompletionWatch>());
}
