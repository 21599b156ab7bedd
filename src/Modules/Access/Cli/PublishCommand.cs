using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Yhteys.Access.Publish;
using Yhteys.Access.Publish.Prepare;
using Yhteys.Access.Publish.Views;
using Yhteys.Calendar;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Ui;

namespace Yhteys.Access.Cli;

/// <summary>The answer of <c>yhteys publish</c>.</summary>
/// <param name="Preview">Nothing was published; the figures are those that would be.</param>
/// <param name="Hidden">How many figures are hidden.</param>
/// <param name="Page">Where the publication stays; null of a preview.</param>
public sealed record PublishedAnswer(bool Preview, string? Page, int Shown, int Hidden, FiguresPublished Figures);

/// <summary>What <c>yhteys publish</c> does: the same decision as the page's.</summary>
public static class PublishCommand
{
    public static async Task<CommandAnswer<PublishedAnswer>> Run(IServiceProvider services, string period, string? why, bool preview)
    {
        if (ReportingPeriod.Parse(period) is not { } wanted)
            return Fail($"\"{period}\" is not a period. Write a month as 2026-10, four months as 2026-t3, half a year as 2026-h2.");
        var (figures, refusal) = await services.GetRequiredService<FigurePreparing>().Of(wanted);
        if (refusal is not null)
            return Fail(Sentence(services, refusal));
        if (figures is null)
            return Fail($"Nothing is published of {period}: content/publications has no such publication in force then.");
        var (publications, today) = (services.GetRequiredService<PublicationQueries>(), services.GetRequiredService<IClock>().Today());
        if (preview)
            return Answer(PublishFigures.EventOf(figures, publications.Versions(period).Count + 1, today, why: why), preview: true);
        var stream = PublishFigures.StreamOf(wanted);
        return await services.GetRequiredService<Journal>().Handle(
            new(Guid.NewGuid(), Actor.System, "publication", [stream]),
            work => PublishFigures.Decide(work.State<PublicationState>(stream), new(figures, why, figures.Digest), publications.Count(work), today)) switch
        {
            Outcome.Refused no => Fail(Sentence(services, no.Refusal)),
            Outcome.Done done => Answer((FiguresPublished)done.Events[0].Event, preview: false),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static CommandAnswer<PublishedAnswer> Answer(FiguresPublished figures, bool preview)
    {
        var rows = figures.Sections.SelectMany(s => s.Tables).SelectMany(t => t.Rows).ToList();
        return CommandAnswer<PublishedAnswer>.Of(new(
            preview, preview ? null : Publish.Show.PublishedPages.Page(figures.Period, figures.Version), rows.Sum(r => r.Values.Count), rows.Sum(r => r.Hidden.Count), figures));
    }

    private static string Sentence(IServiceProvider services, Refusal refusal) =>
        services.GetRequiredService<RefusalText>().Of(refusal);

    private static CommandAnswer<PublishedAnswer> Fail(string sentence) => CommandAnswer<PublishedAnswer>.Fail(sentence);
}
