using System.Text.Json;
using Yhteys.Web.Cli;

namespace Yhteys.Web.Tests.Cli;

/// <summary>What the command line answered.</summary>
internal sealed record Told(int Exit, string Answers, string Notes)
{
    public JsonElement Json => JsonDocument.Parse(Answers).RootElement;

    public static Told By(params string[] args)
    {
        using StringWriter answers = new(), notes = new();
        var exit = CommandLine.Run(args, new Terminal(answers, notes));
        return new(exit, answers.ToString(), notes.ToString());
    }

    /// <summary>Bad input: exit 2, nothing answered, one sentence and no word of the program's inside.</summary>
    public void ShouldRefuse(string words)
    {
        Exit.ShouldBe(2);
        Answers.ShouldBeEmpty();
        Notes.ShouldContain(words);
        Notes.ShouldNotContain("Exception");
        Notes.ShouldNotContain("   at ");
    }
}
