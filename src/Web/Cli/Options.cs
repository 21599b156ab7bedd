using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Yhteys.Web.Host;

namespace Yhteys.Web.Cli;

/// <summary>Options that several verbs have.</summary>
internal static class Options
{
    public static Option<bool> Json() => new("--json") { Description = "Answer in JSON." };

    public static Option<string?> Data() => new("--data") { Description = "The data folder. Default: data beside the program." };

    /// <summary>Refuses what is no whole number between the bounds.</summary>
    public static void Between(this Option<int> option, int least, int most) => option.CustomParser = result => Whole(result, option.Name, least, most) ?? default;

    /// <inheritdoc cref="Between(Option{int}, int, int)"/>
    public static void Between(this Option<int?> option, int least, int most) => option.CustomParser = result => Whole(result, option.Name, least, most);

    private static int? Whole(ArgumentResult result, string name, int least, int most)
    {
        if (result.Tokens is [var token] && int.TryParse(token.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
            return value;
        result.AddError($"{name} must be a whole number between {least} and {most}, not '{string.Join(' ', result.Tokens.Select(t => t.Value))}'.");
        return null;
    }

    /// <summary>A verb with --json and an action that answers through the terminal.</summary>
    public static Command Verb(string name, string description, Func<ParseResult, int> action, params IEnumerable<Symbol> symbols)
    {
        var verb = new Command(name, description) { Json() };
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument)
                verb.Add(argument);
            else
                verb.Add((Option)symbol);
        }

        verb.SetAction(action);
        return verb;
    }

    /// <summary>Reads the settings and goes on, or refuses with the sentence about the wrong one.</summary>
    public static int WithSettings(this Terminal terminal, string? data, Func<Settings, int> go, Action<Settings>? change = null)
    {
        foreach (var warning in SettingNames.Warnings(Environment.GetEnvironmentVariables().Keys.Cast<string>()))
            terminal.Note(warning);
        return SettingsReader.Read(data, change ?? (_ => { })) switch
        {
            (_, { } problem) => terminal.Refuse(problem),
            ({ } settings, _) => go(settings),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>Goes on with the journal of a data folder, which must be there already.</summary>
    public static int WithJournal(this Terminal terminal, string? data, Func<IServiceProvider, int> go, Action<Settings>? change = null) => terminal.WithSettings(data, settings =>
    {
        if (settings.Database == "sqlite" && !File.Exists(Ground.InData(settings, "journal.db")))
            return terminal.Refuse($"There is no journal in {settings.DataFolder}{(Directory.Exists(settings.DataFolder) ? " that this user can see" : "")}. Name its folder with --data, or make one with ./run.");
        if ((DemoMark.Problem(settings) ?? DemoKeys.Fill(settings) ?? StartRefusal.WithoutKeys(settings)) is { } sentence)
            return terminal.Refuse(sentence);
        using var services = Ground.Lay(settings);
        return go(services);
    }, change);
}
