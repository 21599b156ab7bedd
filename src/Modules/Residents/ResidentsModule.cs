using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Yhteys.Kernel;
using Yhteys.Kernel.Views;
using Yhteys.Residents.Care;
using Yhteys.Residents.ReadLog;
using Yhteys.Residents.Vault;

namespace Yhteys.Residents;

/// <summary>What the module needs from the configuration.</summary>
/// <param name="LookupKey">32 bytes: the keyed hash of identity codes.</param>
/// <param name="ReadLogKey">32 bytes: the chain of the read log and the seal of the words in it.</param>
/// <param name="ReadLogStore">Where the read log lies.</param>
/// <param name="AcceptRealCodes">Whether codes of real people are taken; false in a demonstration.</param>
public sealed record ResidentsOptions(byte[] LookupKey, byte[] ReadLogKey, Func<ReadLogStore> ReadLogStore, bool AcceptRealCodes = false)
{
    /// <summary>Address of the page on which a contact of the person is recorded; the host knows which module has it.</summary>
    public Func<Guid, string> RecordContact { get; init; } = person => $"/contacts/new?person={person}";

    /// <summary>Address of the page on which a notice of worry about the person is recorded.</summary>
    public Func<Guid, string> RecordNotice { get; init; } = person => $"/notices/new?person={person}";
}

/// <summary>What the host needs to know of the module.</summary>
public static class ResidentsModule
{
    public static IServiceCollection AddResidents(this IServiceCollection services, ResidentsOptions options) => services
        .AddSingleton(options)
        .AddSingleton(new LookupKey(options.LookupKey))
        .AddSingleton(new EventAssembly(typeof(ResidentsModule).Assembly))
        .AddSingleton<View, IdentityVault>()
        .AddSingleton<View, CareRelationsView>()
        .AddSingleton<People>()
        .AddSingleton(_ => options.ReadLogStore())
        .AddSingleton<ShownPeople>()
        .AddSingleton(s => new ReadLogBook(s.GetRequiredService<ReadLogStore>(), options.ReadLogKey, s.GetRequiredService<IClock>()))
        .AddSingleton(s => new ReadLogQueries(s.GetRequiredService<ReadLogStore>(), options.ReadLogKey))
        .AddSingleton<LookedUp>();
}
