using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;
using Yhteys.Access.Clocks;
using Yhteys.Access.ReadLaw;
using Yhteys.Calendar;
using Yhteys.Kernel;
using Yhteys.Ui;

namespace Yhteys.Access.Cli;

/// <summary>
/// What stands behind <c>yhteys clock --recorded</c>: the answer that was given on a day, from the law that was in use at the end of it and,
/// of a matter, from what had been recorded by then. What has been recorded, corrected or taken into use since changes nothing in it.
/// </summary>
public static class AnswerThen
{
    /// <param name="recorded">The day, as 2026-11-30.</param>
    /// <param name="facts">A file of facts; null when a matter is asked.</param>
    /// <param name="matter">The id of a matter; null when facts are given.</param>
    /// <param name="asOf">The day on which the states are asked; null for the same day.</param>
    /// <param name="explain">Also the whole reasoning, in English.</param>
    /// <param name="file">What the file of facts is called in the problems.</param>
    public static CommandAnswer<ClockRows> Of(IServiceProvider services, string recorded, string? facts, string? matter, LocalDate? asOf, bool explain, string? file = null)
    {
        if (!LocalDatePattern.Iso.Parse(recorded).TryGetValue(default, out var day))
            return Fail("--recorded is not a date. Write it as year-month-day, for example 2026-11-30.");
        if (day.Year is < WorkingDays.FirstYear or > WorkingDays.LastYear)
            return Fail($"--recorded is {recorded}. Give a day of the years {WorkingDays.FirstYear}–{WorkingDays.LastYear}.");
        var end = FinnishTime.EndOf(day);
        if (services.GetRequiredService<LawHistory>().On(end) is not { } law)
            return Fail($"By {recorded} no law had been taken into use here, or this program no longer reads it. Give a later day.");
        if (facts is not null)
            return ClockCommand.ByFacts(law.Rules, law.Settings, facts, asOf ?? day, explain, file ?? "facts");
        if (!Guid.TryParse(matter, out var id))
            return Fail("--matter is not the receipt number or the id of a matter.");
        return FileOf(services.GetRequiredService<Journal>(), id, end) is { } told
            ? CommandAnswer<ClockRows>.Of(RowsOf.Facts(told.ToFacts(), law.Rules, law.Settings, asOf ?? day, explain))
            : Fail($"By {recorded} nothing had been recorded of the matter {id}.");
    }

    /// <summary>What the matter's events had told its clocks by a time. An event of another stream can tell of a matter too, so all are read.</summary>
    private static ClockFile? FileOf(Journal journal, Guid matter, Instant end)
    {
        ClockFile? file = null;
        foreach (var recorded in journal.Read().Where(r => r.RecordedAt <= end && ClockFile.MatterOf(r.Event) == matter))
            file = ClockFile.After(file, recorded.Event);
        return file;
    }

    private static CommandAnswer<ClockRows> Fail(string sentence) => CommandAnswer<ClockRows>.Fail(sentence);
}
