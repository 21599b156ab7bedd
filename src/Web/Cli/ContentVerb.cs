using System.CommandLine;
using Yhteys.Content;
using Yhteys.Web.Host;

namespace Yhteys.Web.Cli;

internal static class ContentVerb
{
    public static Command Make(Terminal terminal)
    {
        var folder = new Option<string?>("--content") { Description = "The content folder. Default: content beside the program." };
        return new Command("content", "What a county changes without code.")
        {
            Options.Verb("check", "Check every file of the content folder against its schema and the rules of its module.", parsed =>
                terminal.WithSettings(null, settings => Check(settings.ContentFolder, terminal), settings =>
                {
                    if (parsed.GetValue(folder) is { } given)
                        settings.ContentFolder = Path.GetFullPath(given);
                }), folder),
        };
    }

    private static int Check(string folder, Terminal terminal)
    {
        using var services = Ground.WithoutJournal(folder).BuildServiceProvider();
        var store = services.GetRequiredService<ContentStore>();
        var problems = store.Check();
        var answer = new { folder = store.Root, problems };
        return problems.Count == 0
            ? terminal.Answer(answer, $"The content in {store.Root} is sound.")
            : terminal.AnswerBad(answer, problems.Select(p => p.ToString()));
    }
}
