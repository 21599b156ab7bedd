using System.CommandLine;
using Yhteys.Content;
using Yhteys.Web.Host;

namespace Yhteys.Web.Cli;

internal static class ContentVerb
{
    private static readonly Option<string?> Folder = new("--content") { Description = "The content folder. Default: content beside the program." };

    private static readonly Option<string?> Data = new("--data")
    {
        Description = "A data folder: warns also of what is in use there and would no longer be published or watched. Takes nothing into use.",
    };

    public static Command Make(Terminal terminal) => new("content", "What a county changes without code.")
    {
        Options.Verb("check", "Check every file of the content folder against its schema and the rules of its module.", parsed => Check(parsed, terminal), Folder, Data),
    };

    private static int Check(ParseResult parsed, Terminal terminal)
    {
        void Choose(Settings settings)
        {
            if (parsed.GetValue(Folder) is { } given)
                settings.ContentFolder = given;
        }

        return parsed.GetValue(Data) is { } data
            ? terminal.WithJournal(data, services => Check(services, terminal), Choose)
            : terminal.WithSettings(null, settings =>
            {
                using var services = Ground.WithoutJournal(settings.ContentFolder).BuildServiceProvider();
                return Check(services, terminal);
            }, Choose);
    }

    private static int Check(IServiceProvider services, Terminal terminal)
    {
        var store = services.GetRequiredService<ContentStore>();
        var (problems, warnings) = store.CheckWhole();
        var answer = new { folder = store.Root, problems, warnings };
        return problems.Count == 0
            ? terminal.Answer(answer, warnings.Select(w => $"Warning: {w}").Append(warnings.Count == 0 ? $"The content in {store.Root} is sound." : $"The content in {store.Root} is sound, but look at the warnings before it is taken into use."))
            : terminal.AnswerBad(answer, problems.Select(p => p.ToString()));
    }
}
