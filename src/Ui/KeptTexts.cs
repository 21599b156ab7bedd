using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Yhteys.Ui;

/// <summary>The texts of a resource file. Each is looked for in the resources once for each language, not each time that a page says it.</summary>
internal sealed class KeptTexts<T>(IStringLocalizerFactory factory) : IStringLocalizer<T>
{
    private readonly IStringLocalizer _resources = factory.Create(typeof(T));
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, LocalizedString>> _languages = new(StringComparer.Ordinal);

    public LocalizedString this[string name]
    {
        get
        {
            var kept = _languages.GetOrAdd(CultureInfo.CurrentUICulture.Name, _ => new(StringComparer.Ordinal));
            if (kept.TryGetValue(name, out var known))
                return known;
            var text = _resources[name];
            // A name that is no text may be made of anything: it is not kept.
            return text.ResourceNotFound ? text : kept.GetOrAdd(name, text);
        }
    }

    public LocalizedString this[string name, params object[] arguments]
    {
        get
        {
            var text = this[name];
            return new(name, string.Format(CultureInfo.CurrentCulture, text.Value, arguments), text.ResourceNotFound, text.SearchedLocation);
        }
    }

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => _resources.GetAllStrings(includeParentCultures);
}
