using System.Globalization;

namespace Yhteys.Ui.Tests;

internal static class Words
{
    /// <summary>Runs in a language; non-breaking spaces are shown as _.</summary>
    public static string Shown(string language, Func<string> what) => In(language, what).Replace('\u00a0', '_');

    public static T In<T>(string language, Func<T> what)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            return what();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
