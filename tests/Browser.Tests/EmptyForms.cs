using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Yhteys.Browser.Tests;

/// <summary>Forms on which something must be told, sent with nothing told.</summary>
internal static partial class EmptyForms
{
    private const string Needing = """
        () => [...document.querySelectorAll('main form[method=post]')]
          .filter(f => f.querySelector('[aria-required=true], legend > .mark'))
          .map(f => f.getAttribute('action'))
        """;

    private const string SendNothing = """
        action => {
          const form = [...document.querySelectorAll('main form[method=post]')].find(f => f.getAttribute('action') === action && f.querySelector('[aria-required=true], legend > .mark'));
          for (const field of form.querySelectorAll('input:not([type=hidden]), textarea, select')) {
            if (field.type === 'radio' || field.type === 'checkbox') field.checked = false;
            else if (field.type === 'file') continue;
            else if (field.tagName === 'SELECT') field.selectedIndex = [...field.options].findIndex(o => o.value === '');
            else field.value = '';
          }
          HTMLFormElement.prototype.submit.call(form);
        }
        """;

    /// <summary>Where the forms of a page are sent.</summary>
    public static async Task<IReadOnlyList<string>> On(IPage page) => [.. (await page.EvaluateAsync<string[]>(Needing)).Distinct(StringComparer.Ordinal)];

    /// <summary>The address without what names one matter, person or time.</summary>
    public static string KindOf(string action) => Ids().Replace(action.Split('?')[0], "{id}");

    /// <summary>Sends one of them.</summary>
    /// <returns>The status of the page that comes.</returns>
    public static async Task<int> Send(Reader reader, string action)
    {
        var status = 0;
        void Answered(object? sender, IResponse response)
        {
            if (response.Request.IsNavigationRequest)
                status = response.Status;
        }

        reader.Page.Response += Answered;
        try
        {
            await reader.Loads(() => reader.Page.EvaluateAsync(SendNothing, action));
        }
        finally
        {
            reader.Page.Response -= Answered;
        }

        return status;
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{32}", RegexOptions.None, 1000)]
    private static partial Regex Ids();
}
