using Microsoft.Extensions.DependencyInjection;
using Yhteys.Content.TakeIntoUse;
using Yhteys.Kernel;
using Yhteys.Kernel.Views;

namespace Yhteys.Content;

/// <summary>What the host needs to have the county's content.</summary>
public static class ContentServices
{
    /// <summary>
    /// Registers <see cref="ContentStore"/>, <see cref="ContentTaking"/> and <see cref="ContentHistory"/>. The host calls
    /// <see cref="ContentTaking.Take"/> after the journal has started.
    /// </summary>
    /// <param name="folder">Configuration value Content:Path; null finds the folder beside or above the program.</param>
    public static IServiceCollection AddContent(this IServiceCollection services, string? folder = null) => services
        .AddSingleton(new EventAssembly(typeof(ContentTakenIntoUse).Assembly))
        .AddSingleton<View, ContentVersions>()
        .AddSingleton(s => new ContentStore(folder, s.GetServices<IContentCheck>(), s.GetService<JournalReader>() is { } journal ? kind => ContentHistory.Taken(journal, kind) : null))
        .AddSingleton<ContentTaking>()
        .AddSingleton<ContentHistory>();
}
