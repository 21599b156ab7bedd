using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace Yhteys.Ui;

/// <summary>The sentence of a refusal in the reader's language, from the resource <c>Texts</c> of the refusal's own assembly.</summary>
public sealed class RefusalText(IStringLocalizerFactory factory)
{
    private readonly ConcurrentDictionary<Assembly, IStringLocalizer> _localizers = new();

    /// <summary>The sentence in the language of the current UI culture.</summary>
    /// <param name="refusal">The refusal's type; only its assembly is used.</param>
    /// <param name="key">Resource key of the sentence.</param>
    /// <param name="arguments">Values for {0}, {1} …; days and instants are written as <see cref="Fi"/> writes them, a list with commas. Where {0} is one and there is a text <c>key_1</c>, that is it, as in <see cref="CountedTexts"/>.</param>
    /// <exception cref="InvalidOperationException">The assembly has no class Texts, or the resource has no such key: a bug.</exception>
    public string Of(Type refusal, string key, params object?[] arguments)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        ArgumentNullException.ThrowIfNull(arguments);
        var (texts, shown) = (_localizers.GetOrAdd(refusal.Assembly, Localizer), arguments.Select(Shown).ToArray());
        var text = arguments is [1, ..] && texts[$"{key}_1", shown] is { ResourceNotFound: false } one ? one : texts[key, shown];
        return text.ResourceNotFound
            ? throw new InvalidOperationException($"No text '{key}' for refusal {refusal.FullName}.")
            : text.Value;
    }

    private IStringLocalizer Localizer(Assembly assembly) =>
        factory.Create(
            assembly.GetTypes().FirstOrDefault(t => t is { Name: "Texts", IsNested: false })
            ?? throw new InvalidOperationException($"Assembly {assembly.GetName().Name} has no class Texts."));

    private static object Shown(object? value) => value switch
    {
        null => "",
        LocalDate day => Fi.Date(day),
        Instant instant => Fi.DateTime(instant),
        LocalTime time => Fi.Time(time),
        string text => text,
        IEnumerable list => string.Join(", ", list.Cast<object?>().Select(item => string.Format(CultureInfo.CurrentCulture, "{0}", Shown(item)))),
        _ => value,
    };
}
