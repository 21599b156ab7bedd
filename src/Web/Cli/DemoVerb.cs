using System.CommandLine;
using NodaTime;
using Yhteys.Demo;
using Yhteys.Web.Host;

namespace Yhteys.Web.Cli;

internal static class DemoVerb
{
    public static Command Make(Terminal terminal)
    {
        var data = Options.Data();
        var residents = Number("--residents", "Residents of the county.", DemoOptions.UsualResidents, 1, 200_000);
        var weeks = Number("--weeks", "Weeks of life, the last one ending now.", DemoOptions.UsualWeeks, 0, 52);
        var seed = Number("--seed", "The same seed gives the same county.", DemoOptions.UsualSeed, 0, int.MaxValue);
        return Options.Verb("demo", "Make the demonstration county into an empty data folder.", parsed => terminal.WithSettings(
            parsed.GetValue(data),
            settings => Run(settings, terminal, new(parsed.GetValue(residents), parsed.GetValue(weeks), (ulong)parsed.GetValue(seed), Now())),
            settings => settings.Demo = true), data, residents, weeks, seed);
    }

    /// <summary>The county that <c>serve --demo</c> makes by itself.</summary>
    public static DemoOptions Usual() => new(DemoOptions.UsualResidents, DemoOptions.UsualWeeks, DemoOptions.UsualSeed, Now());

    private static int Run(Settings settings, Terminal terminal, DemoOptions options)
    {
        if (DemoKeys.Fill(settings) is { } unfit)
            return terminal.Refuse(unfit);
        return DemoFilling.Fill(settings, options, terminal.Note) switch
        {
            (_, { } problem) => terminal.Refuse(problem),
            ({ } filled, _) => terminal.Answer(filled, $"Made {filled.Events} events in {filled.Seconds} s into {settings.DataFolder}."),
            _ => terminal.Refuse($"The journal in {settings.DataFolder} holds events already. Name an empty folder with --data."),
        };
    }

    private static Option<int> Number(string name, string description, int usual, int least, int most)
    {
        var option = new Option<int>(name) { Description = $"{description} Default: {usual}.", DefaultValueFactory = _ => usual };
        option.Between(least, most);
        return option;
    }

    private static Instant Now() => SystemClock.Instance.GetCurrentInstant();
}
