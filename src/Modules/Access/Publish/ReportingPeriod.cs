using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using Yhteys.Access.Clocks;

namespace Yhteys.Access.Publish;

/// <summary>A period that figures are published of: a calendar month, four months or half a year.</summary>
/// <param name="Number">Which one in the year, from 1.</param>
public readonly partial record struct ReportingPeriod(PublicationPeriod Every, int Year, int Number)
{
    /// <summary>How it stands in addresses: 2026-10, 2026-t3 (tertiaali) or 2026-h2.</summary>
    public string Code => Every switch
    {
        PublicationPeriod.Monthly => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Number:00}"),
        PublicationPeriod.EveryFourMonths => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-t{Number}"),
        PublicationPeriod.HalfYearly => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-h{Number}"),
        PublicationPeriod.None => "",
    };

    public LocalDate First => new(Year, ((Number - 1) * Months) + 1, 1);

    public LocalDate Last => First.PlusMonths(Months).PlusDays(-1);

    /// <summary>The first days of its calendar months.</summary>
    public IEnumerable<LocalDate> MonthsIn
    {
        get
        {
            var first = First;
            return Enumerable.Range(0, Months).Select(first.PlusMonths);
        }
    }

    private int Months => MonthsOf(Every);

    public static ReportingPeriod Of(PublicationPeriod every, LocalDate day) => new(every, day.Year, ((day.Month - 1) / MonthsOf(every)) + 1);

    /// <summary>The period before this one.</summary>
    public ReportingPeriod Before() => Of(Every, First.PlusDays(-1));

    /// <summary>The period after this one.</summary>
    public ReportingPeriod After() => Of(Every, Last.PlusDays(1));

    /// <summary>The period of a code; null when it is none.</summary>
    public static ReportingPeriod? Parse(string? code)
    {
        if (code is null || Pattern().Match(code) is not { Success: true } match)
            return null;
        var (year, number) = (int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture), int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture));
        var every = match.Groups["every"].Value switch
        {
            "t" => PublicationPeriod.EveryFourMonths,
            "h" => PublicationPeriod.HalfYearly,
            _ => PublicationPeriod.Monthly,
        };
        var period = new ReportingPeriod(every, year, number);
        return year is >= Calendar.WorkingDays.FirstYear and <= Calendar.WorkingDays.LastYear && number >= 1 && number <= 12 / period.Months && period.Code == code ? period : null;
    }

    private static int MonthsOf(PublicationPeriod every) => every switch
    {
        PublicationPeriod.EveryFourMonths => 4,
        PublicationPeriod.HalfYearly => 6,
        PublicationPeriod.Monthly or PublicationPeriod.None => 1,
    };

    [GeneratedRegex("^(?<year>[0-9]{4})-(?<every>[th]?)(?<number>[0-9]{1,2})$", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Pattern();
}
