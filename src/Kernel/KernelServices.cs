using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;
using Yhteys.Kernel.Integrity;
using Yhteys.Kernel.Sealing;
using Yhteys.Kernel.Storage;
using Yhteys.Kernel.Views;

namespace Yhteys.Kernel;

/// <summary>What the host needs to have a journal.</summary>
public static class KernelServices
{
    /// <summary>The journal as a singleton; modules add <see cref="View"/> and <see cref="EventAssembly"/>. The host calls <see cref="Journal.Start"/>.</summary>
    public static IServiceCollection AddKernel(this IServiceCollection services, Func<IServiceProvider, Database> database, byte[] masterKey, JournalOptions options)
    {
        services.TryAddSingleton<IClock>(SystemClock.Instance);
        services.AddSingleton(database);
        services.AddSingleton(options);
        services.AddSingleton<EventTypes>();
        services.AddSingleton<ViewSet>();
        services.AddSingleton(s => new KeyRing(s.GetRequiredService<Database>(), masterKey));
        services.AddSingleton<JournalReader>();
        services.AddSingleton<Feed>();
        services.AddSingleton<Journal>();
        services.AddTransient<Verifier>();
        return services;
    }
}
