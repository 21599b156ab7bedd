using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Yhteys.Access.Clocks.Explain;
using Yhteys.Access.Views;
using Yhteys.Calendar;
using Yhteys.Kernel;

namespace Yhteys.Access.ReadLaw;

/// <summary>For a page, what <see cref="Cli.AnswerThen"/> is for the command line: the reasoning of a matter's clocks as it was on a day.</summary>
public static class ReasoningThen
{
    /// <summary>Whether what is read holds all that has been recorded: it has not stopped and is not behind.</summary>
    public static async Task<bool> IsReady(Journal journal)
    {
        var head = journal.Head.Position;
        await journal.CaughtUp();
        return journal.Following.Single(view => view.View == AccessPast.ViewName) is { Failed: null } past && past.Position >= head;
    }

    /// <returns>Null when nothing had been recorded of the matter, no law was in use, or this program no longer reads that law.</returns>
    public static MatterExplanation? Of(IServiceProvider services, Guid matter, LocalDate day) =>
        services.GetRequiredService<LawHistory>().On(FinnishTime.EndOf(day)) is { } law
        && services.GetRequiredService<Journal>().Find<PastFileRow>(matter)?.Past.Known.LastOrDefault(known => known.Day <= day) is { } known
            ? ClockExplainer.Of(known.File.ToFacts(), law.Rules, law.Settings, day)
            : null;
}
