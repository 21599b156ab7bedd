using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Yhteys.Bench.Http;

namespace Yhteys.Bench.Scenarios;

/// <summary>
/// From the answer to a resident who has sent a contact until a director's open board shows one more, as the page does it: it hears of
/// news, asks for the figures again, and draws them. Messages are written all the while, which move the journal but not the count.
/// </summary>
internal static partial class LiveBoard
{
    private const int Contacts = 25, MessagesMeanwhile = 10;

    public static async Task Measure(Stage stage)
    {
        var director = new WebUser(stage.Server.Address);
        await director.SignIn("county_director");
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var news = new SemaphoreSlim(0);
        var (listening, writing) = (Listen(director, news, stop.Token), Task.Run(() => stage.Job.Messages(MessagesMeanwhile, stop.Token)));
        var seconds = new List<double>();
        for (var i = 0; i < Contacts; i++)
        {
            // The page itself would wait out the second in which it has just fetched the figures; the next contact comes after that.
            await Task.Delay(1_100, CancellationToken.None);
            var before = await Open(director);
            while (news.Wait(0))
            {
            }

            if (await stage.Job.Contact(new Times()) is null)
                throw new InvalidOperationException("The contact was not taken.");
            var sent = Stopwatch.GetTimestamp();
            while (await Open(director) <= before)
                await news.WaitAsync(TimeSpan.FromSeconds(5), CancellationToken.None);
            seconds.Add(Stopwatch.GetElapsedTime(sent).TotalSeconds);
        }

        await stop.CancelAsync();
        await Task.WhenAll(listening, writing);
        var all = new Percentiles(seconds);
        stage.Report.Row(
            stage.Named($"live board: from the answer to a contact until the board shows it ({Contacts} contacts)"),
            string.Create(CultureInfo.InvariantCulture, $"p50 {all.At(0.5):0.000}, max {all.At(1):0.000} s"), "", Limit.Below(1, 0.2, "s"), all.At(1));
    }

    private static async Task Listen(WebUser director, SemaphoreSlim news, CancellationToken stop)
    {
        try
        {
            await foreach (var line in director.Listen("/live?topics=cases,assessment,booking", stop))
                if (line.StartsWith("data:", StringComparison.Ordinal))
                    news.Release();
        }
        catch (OperationCanceledException)
        {
            // Measured.
        }
    }

    /// <summary>Open matters by the first figure of the board.</summary>
    private static async Task<int> Open(WebUser director)
    {
        var figures = (await director.Get("/board/figures")).Html;
        var first = FirstFigure().Match(figures);
        return int.Parse(string.Concat(first.Groups["figure"].Value.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("""class="stat-value[^"]*"[^>]*>(?<figure>[^<]*)<""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FirstFigure();
}
