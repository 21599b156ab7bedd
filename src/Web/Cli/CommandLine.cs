using System.CommandLine;
using System.Data.Common;
using System.Net.Sockets;

namespace Yhteys.Web.Cli;

/// <summary>The verbs of <c>yhteys</c>. Exit codes: 0 fine, 1 unexpected, 2 bad input. Nobody is ever shown a stack trace.</summary>
internal static class CommandLine
{
    public static int Run(string[] args, Terminal terminal)
    {
        terminal.AsJson = args.Contains("--json", StringComparer.Ordinal);
        // What begins with @ is no name of a file with more arguments.
        var parsed = Root(terminal).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
            return terminal.Refuse($"{string.Join(' ', parsed.Errors.Select(e => e.Message).Distinct(StringComparer.Ordinal))} Add --help to see how it is used.");
        try
        {
            return parsed.Invoke(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                Output = terminal.Answers,
                Error = terminal.Notes,
            });
        }
        catch (Exception e) when (Expected(e) is { } sentence)
        {
            return terminal.Refuse(sentence);
        }
        catch (Exception e)
        {
            return terminal.Fail($"Something unexpected went wrong. {FailureLog.Write(e)}", Terminal.Unexpected);
        }
    }

    private static RootCommand Root(Terminal terminal) => new("Yhteys: one contact, the right help, on time, and the proof.")
    {
        ServeVerb.Make(terminal),
        DemoVerb.Make(terminal),
        VerifyVerb.Make(terminal),
        RebuildVerb.Make(terminal),
        ContentVerb.Make(terminal),
        ClockVerb.Make(terminal),
        PublishVerb.Make(terminal),
        HetuVerb.Make(terminal),
        EventsVerb.Make(terminal),
    };

    // What a user can mend by themselves: a file or folder that is missing or can't be used, no right to it, an address in use, a database that is away.
    private static string? Expected(Exception e) => e switch
    {
        FileNotFoundException f => $"There is no file {f.FileName}. Check the path.",
        DirectoryNotFoundException => $"{e.Message} Check the path.",
        UnauthorizedAccessException => $"{e.Message} Run as a user who may read and write it, or name another place.",
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } or SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse } =>
            "The port is already in use. Stop the other program or give another one with --port.",
        SocketException => $"The node can't listen where Yhteys:Urls says: {e.Message}. Name an address of this machine, and a port that this user may take.",
        DbException failure => DatabaseAway.Sentence(failure),
        // Of the disk and the path; those of the framework's own formats are kinds of their own.
        PathTooLongException => "The path is too long. Give a shorter one.",
        IOException when e.GetType() == typeof(IOException) => $"A file or folder can't be used: {e.Message.TrimEnd('.')}. Check the path, and that the disk can be written and has room.",
        _ => null,
    };
}
