using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Yhteys.Ui.Tests;

public sealed class CountedTextsTests
{
    [Theory]
    [InlineData("en", 0, "0 days")]
    [InlineData("en", 1, "1 day")]
    [InlineData("en", 1.04, "1 day")]
    [InlineData("fi", 1.5, "1,5 days")]
    [InlineData("en", 1.5, "1.5 days")]
    [InlineData("en", 1000, "1,000 days")]
    public void One_has_a_form_of_its_own(string language, double number, string text)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            new TwoForms().Count("Days", number).ShouldBe(text);
            new TwoForms().Count("Days", number, "!").ShouldBe(text);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private sealed class TwoForms : IStringLocalizer
    {
        public LocalizedString this[string name] => new(name, name);

        public LocalizedString this[string name, params object[] arguments] =>
            new(name, string.Format(CultureInfo.InvariantCulture, name == "Days_1" ? "{0} day" : "{0} days", arguments));

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => [];
    }
}
