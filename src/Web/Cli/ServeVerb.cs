using System.CommandLine;
using Yhteys.Kernel;
using Yhteys.Residents.ReadLog;
using Yhteys.Web.Host;

namespace Yhteys.Web.Cli;

internal static class ServeVerb
{
    public static Command Make(Terminal terminal)
    {
        var data = Options.Data();
        var port = new Option<int?>("--port") { Description = "The port on this machine. Default: 5080." };
        var urls = new Option<string?>("--urls") { Description = "Addresses to listen at, instead of --port; separated by semicolons." };
        var demo = new Option<bool>("--demo") { Description = "Sign-in by made-up persons; makes the demonstration county if the data folder is empty." };
        var accept = new Option<bool>("--accept-restored") { Description = "Start on a database that lacks what its head files have seen, because no newer copy is left." };
        port.Between(1, 65535);
        return Options.Verb("serve", "Start the web server.", parsed => terminal.WithSettings(
            parsed.GetValue(data),
            settings => Serve(settings, terminal),
            settings =>
            {
                settings.Demo |= parsed.GetValue(demo);
                settings.AcceptRestored |= parsed.GetValue(accept);
                if (parsed.GetValue(port) is { } number)
                    settings.Urls = $"http://localhost:{number}";
                if (parsed.GetValue(urls) is { } given)
                    settings.Urls = given;
            }), data, port, urls, demo, accept);
    }

    private static int Serve(Settings settings, Terminal terminal)
    {
        if (StartRefusal.WithKeysOfDemonstration(settings) is { } demonstration)
            return terminal.Refuse(demonstration);
        // Before keys and a journal are made that nobody could look at.
        Listening.Try(settings.Urls);
        if (((settings.Demo ? null : DemoMark.Problem(settings)) ?? DemoKeys.Fill(settings) ?? StartRefusal.WithoutKeys(settings)) is { } sentence)
            return terminal.Refuse(sentence);
        if (settings.Demo && DemoFilling.Fill(settings, DemoVerb.Usual(), terminal.Note).Problem is { } unfilled)
            return terminal.Refuse(unfilled);
        using var app = YhteysHost.Build(settings);
        if ((StartRefusal.WithBrokenSignInKeys(app.Services) ?? app.Services.Start(terminal.Note)) is { } problem)
            return terminal.Refuse(problem);
        // No screen that shows a person opens without the read log: a damaged one is told of now.
        _ = app.Services.GetRequiredService<ReadLogQueries>().Audit(new());
        app.Start();
        WarmUp.Run(app);
        var durability = app.Services.GetRequiredService<Journal>().Durability().GetAwaiter().GetResult();
        terminal.Answer(
            new { urls = app.Urls, demo = settings.Demo, database = settings.Database, durability },
            $"Yhteys is ready at {string.Join(" and ", app.Urls)}",
            $"The journal is on {settings.Database} ({durability}).",
            settings.Demo ? $"Sign in as a made-up person: {app.Urls.First()}/sign-in" : "Demo sign-in is off.",
            "Stop it with Ctrl+C.");
        app.WaitForShutdown();
        return Terminal.Fine;
    }
}
