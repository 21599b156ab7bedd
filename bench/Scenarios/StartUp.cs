using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Yhteys.Bench.Http;

namespace Yhteys.Bench.Scenarios;

/// <summary>How soon a stopped server answers again, and what the first page costs a visitor.</summary>
internal static partial class StartUp
{
    private const int Starts = 5, FirstPages = 2_000;

    /// <summary>From the start of the process to the first answer to a page, with the data that are there.</summary>
    public static async Task FirstAnswer(Stage stage)
    {
        stage.StopServer();
        var seconds = new List<double>();
        for (var i = 0; i < Starts; i++)
            seconds.Add(await UntilAnswered(stage.Launch));
        var all = new Percentiles(seconds);
        stage.Report.Row(
            stage.Named($"start of the process to the first answer, data as they are ({Starts} starts)"),
            string.Create(CultureInfo.InvariantCulture, $"median {all.At(0.5):0.00}, max {all.At(1):0.00} s"), "", Limit.Below(3, null, "s"), all.At(0.5));
    }

    /// <summary>From the start of the process on an empty folder, with the demonstration county made meanwhile, to the first answer.</summary>
    public static async Task FirstRun(Stage stage)
    {
        var folder = Path.Combine(stage.Settings.Folder, "first-run");
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        var seconds = await UntilAnswered(() => stage.LaunchIn(folder));
        stage.Report.Row(
            stage.Named("first run on an empty folder, the demonstration county of the usual size made"), string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0} s"), "",
            Limit.Below(30, null, "s"), seconds);
        Directory.Delete(folder, recursive: true);
    }

    public static async Task FirstPage(Stage stage)
    {
        var visitor = new WebUser(stage.Server.Address);
        var times = new Times();
        for (var i = 0; i < FirstPages; i++)
            await times.Measure(i < FirstPages / 10 ? "before" : "page", () => visitor.Get("/"));
        var (_, page) = times.Steps.Single(s => s.Step == "page");
        stage.Report.Row(stage.Named("first page"), page.ToString(), "", Limit.Below(10, null, "ms"), page.At(0.5));

        using var http = new HttpClient(new HttpClientHandler { AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = stage.Server.Address };
        http.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip, deflate, br, zstd");
        http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        var html = await http.GetByteArrayAsync(new Uri("/", UriKind.Relative));
        var parts = new List<(string Path, int Bytes)> { ("/", html.Length) };
        foreach (Match file in Files().Matches((await visitor.Get("/")).Html))
            if (file.Groups["path"].Value is var path && !parts.Exists(p => p.Path == path))
                parts.Add((path, (await http.GetByteArrayAsync(new Uri(path, UriKind.Relative))).Length));
        var kilobytes = parts.Sum(p => p.Bytes) / 1000.0;
        stage.Report.Row(
            stage.Named($"first page transferred, {parts.Count} files"), string.Create(CultureInfo.InvariantCulture, $"{kilobytes:0.0} kB"), "", Limit.Below(60, null, "kB"), kilobytes);
    }

    private static async Task<double> UntilAnswered(Func<YhteysProcess> launch)
    {
        var began = Stopwatch.GetTimestamp();
        using var server = launch();
        using var http = new HttpClient { BaseAddress = server.Address };
        while (!await Answers(http))
        {
            if (Stopwatch.GetElapsedTime(began).TotalMinutes > 2)
                throw new InvalidOperationException($"The server did not answer: {server.Notes}");
            await Task.Delay(5);
        }

        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static async Task<bool> Answers(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    // What a browser fetches with the page: styles, scripts, pictures.
    [GeneratedRegex("""<(?:link rel="(?:stylesheet|icon)"|script|img)[^>]*?(?:href|src)="(?<path>[^"]+)""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Files();
}
