using Microsoft.Extensions.Localization;

namespace Yhteys.Ui;

/// <summary>Texts with a count in them have two forms: <c>Key</c> for many or none, and <c>Key_1</c> for one.</summary>
public static class CountedTexts
{
    /// <summary>The text whose <c>{0}</c> is the number and whose form fits it.</summary>
    /// <param name="number">As it is shown: of a number with decimals, one is one only when it is drawn so.</param>
    public static string Count(this IStringLocalizer texts, string key, double number, params object[] rest)
    {
        var drawn = Fi.Number(number);
        return texts[drawn == "1" ? $"{key}_1" : key, [drawn, .. rest]];
    }
}
