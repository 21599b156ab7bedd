using System.Globalization;
using Microsoft.Extensions.Localization;
using NodaTime;
using Yhteys.Organisation.Views;
using Yhteys.Ui;

namespace Yhteys.Organisation;

/// <summary>What is typed of a school year. A break with one day may leave its last day empty.</summary>
internal static class SchoolYearForm
{
    /// <summary>Rows for breaks on an empty form.</summary>
    public const int Rows = 6;

    /// <summary>Rows that are read at most.</summary>
    public const int MostRows = 30;

    private const int LongestName = 60;

    private static readonly string[] Parts = ["Name", "FirstDay", "LastDay"];

    /// <summary>Fills the form with a school year that is there.</summary>
    /// <param name="version">Of the municipality's school years, read before <paramref name="year"/>.</param>
    public static void Fill(FormState form, SchoolCalendarRow year, long version)
    {
        (form["Municipality"], form["Provider"], form["Replaces"]) = (year.Municipality, year.Provider, year.SchoolYear);
        foreach (var before in new[] { "", FormState.Was })
        {
            (form[before + "FirstDay"], form[before + "LastDay"]) = (Typed.Text(year.FirstDay), Typed.Text(year.LastDay));
            FillBreaks(form, before, year.Breaks);
        }

        form.See(version);
    }

    /// <summary>Makes a form that was refused as old fit to be sent again: what another has changed is in it, and what was typed over it is kept.</summary>
    /// <returns>The breaks that the form has no rows for.</returns>
    public static IReadOnlyList<SchoolBreak> Renew(FormState form, SchoolCalendarRow now, long version)
    {
        var breaks = ShownField.Merged(now.Breaks, Breaks(form, FormState.Was), Breaks(form, "")).OrderBy(b => b.FirstDay).ToList();
        form.Renew(version, [new("FirstDay", Typed.Text(now.FirstDay)), new("LastDay", Typed.Text(now.LastDay))]);
        FillBreaks(form, "", breaks);
        FillBreaks(form, FormState.Was, now.Breaks);
        return [.. breaks.Skip(MostRows)];
    }

    /// <summary>What the page showed of a school year that is changed.</summary>
    public static IEnumerable<ShownField> Shown(FormState form) => Fields.Where(f => form[FormState.Was + f] is not null).Select(f => new ShownField(f, null));

    private static IEnumerable<string> Fields => ["FirstDay", "LastDay", .. Enumerable.Range(0, MostRows).SelectMany(i => Parts.Select(part => Field(i, part)))];

    private static void FillBreaks(FormState form, string before, IReadOnlyList<SchoolBreak> breaks)
    {
        foreach (var i in Enumerable.Range(0, MostRows))
            (form[before + Field(i, "Name")], form[before + Field(i, "FirstDay")], form[before + Field(i, "LastDay")]) =
                i < breaks.Count ? (breaks[i].Name, Typed.Text(breaks[i].FirstDay), Typed.Text(breaks[i].LastDay)) : (null, null, null);
    }

    /// <summary>The breaks that the fields hold, as far as they can be read.</summary>
    private static List<SchoolBreak> Breaks(FormState form, string before) => [.. Enumerable.Range(0, MostRows)
        .Select(i => (Name: form.Text(before + Field(i, "Name")), First: Typed.Date(form.Text(before + Field(i, "FirstDay"))), Last: Typed.Date(form.Text(before + Field(i, "LastDay")))))
        .Where(b => b is { Name: not null, First: not null }).Select(b => new SchoolBreak(b.Name!, b.First!.Value, b.Last ?? b.First.Value))];

    /// <summary>How many rows of breaks the page shows: one more than are filled, but none that is not read.</summary>
    public static int RowsOf(FormState form) => Math.Clamp(Enumerable.Range(0, MostRows).LastOrDefault(i => Parts.Any(part => form.Text(Field(i, part)) is not null)) + 2, Rows, MostRows);

    public static string Field(int row, string part) => string.Create(CultureInfo.InvariantCulture, $"Break{row + 1}{part}");

    /// <summary>Null when something is wrong, with the errors in the form.</summary>
    public static SetSchoolCalendar? Read(FormState form, IEnumerable<Option> municipalities, Upkeep upkeep, IStringLocalizer<Texts> texts)
    {
        var municipality = form.Chosen("Municipality", municipalities, texts["Unit.ChooseMunicipality"]);
        form.Limit("Provider", LongestName, texts["TextTooLong", LongestName]);
        form.Require("FirstDay", texts["SchoolYear.FirstDayMissing"]);
        form.Require("LastDay", texts["SchoolYear.LastDayMissing"]);
        var (first, last) = (form.Date("FirstDay", texts["DayWrong"]), form.Date("LastDay", texts["DayWrong"]));
        if (first is { } from && last is { } to && SetSchoolCalendar.Refused(from, to) is { } refusal)
        {
            upkeep.Refuse(form, refusal.Field!, refusal);
            // What is inside the year is known when the year is.
            (first, last) = (null, null);
        }

        var rows = Enumerable.Range(0, MostRows).Select(i => Break(form, i, first, last, texts)).ToList();
        var breaks = rows.OfType<SchoolBreak>().ToList();
        if (SetSchoolCalendar.Overlapping(breaks) is { } twice)
            upkeep.Refuse(form, Field(rows.FindIndex(b => ReferenceEquals(b, twice)), "FirstDay"), new SchoolBreaksOverlap(twice.Name));
        return form.Valid ? new(municipality!, SetSchoolCalendar.YearOf(first!.Value, last!.Value), first.Value, last.Value, breaks, form.Text("Replaces"), form.Seen, form.Text("Provider")) : null;
    }

    private static SchoolBreak? Break(FormState form, int row, LocalDate? yearFirst, LocalDate? yearLast, IStringLocalizer<Texts> texts)
    {
        var (name, firstDay, lastDay) = (Field(row, "Name"), Field(row, "FirstDay"), Field(row, "LastDay"));
        if (Parts.All(part => form.Text(Field(row, part)) is null))
            return null;
        form.Require(name, texts["SchoolYear.BreakNameMissing"]);
        form.Limit(name, LongestName, texts["TextTooLong", LongestName]);
        form.Require(firstDay, texts["SchoolYear.BreakFirstDayMissing"]);
        var (first, last) = (form.Date(firstDay, texts["DayWrong"]), form.Date(lastDay, texts["DayWrong"]));
        if (first < yearFirst || first > yearLast)
            form.Errors.Add(firstDay, texts["SchoolYear.BreakOutside"]);
        if (last < first)
            form.Errors.Add(lastDay, texts["SchoolYear.BreakEndsFirst"]);
        if (last > yearLast)
            form.Errors.Add(lastDay, texts["SchoolYear.BreakOutside"]);
        return form.Valid ? new(form.Text(name)!, first!.Value, last ?? first.Value) : null;
    }
}
