using Microsoft.Extensions.Localization;
using Yhteys.Organisation.Municipalities;
using Yhteys.Ui;

namespace Yhteys.Residents;

/// <summary>What is chosen of a person, wherever it is asked.</summary>
internal static class PersonOptions
{
    public static IReadOnlyList<Option> Languages(IStringLocalizer<Texts> texts) => [.. new[] { "fi", "sv", "en" }.Select(l => new Option(l, texts[$"language.{l}"]))];

    /// <summary>The county's own people have moved from anywhere: the whole country in the order of names.</summary>
    public static IReadOnlyList<Option> Municipalities(string language) =>
        [.. MunicipalityRegister.All.Select(m => new Option(m.Code, m.Name(language))).OrderBy(o => o.Text, StringComparer.CurrentCulture)];
}
