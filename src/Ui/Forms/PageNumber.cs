using System.Globalization;

namespace Yhteys.Ui;

/// <summary>Which page of a list an address asks for, and how many there are.</summary>
public static class PageNumber
{
    /// <summary>The page, 1 being the first; the first when nothing or no number is asked for, and of a page after the last that there is the last.</summary>
    public static int Of(string? asked, int pages = int.MaxValue) => int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var page)
        ? Math.Clamp(page, 1, pages)
        : asked is { Length: > 0 } && asked.All(char.IsAsciiDigit) ? pages : 1;

    /// <summary>How many pages so many lines make; an empty list has one.</summary>
    public static int Last(long lines, int onPage) => (int)Math.Max(1, (lines + onPage - 1) / onPage);
}
