using Yhteys.Calendar;
using Yhteys.Cases;
using Yhteys.Content;
using Yhteys.Demo.Life;
using Yhteys.Demo.Population;
using Yhteys.Kernel;
using Yhteys.Residents.ReadLog;
using Yhteys.Ui;

namespace Yhteys.Demo;

/// <summary>
/// The demonstration county: its organisation, its people and some weeks of their life, made by the same decisions as any.
/// </summary>
public static class DemoCounty
{
    /// <summary>Commands in one transaction: the county is made at once or not at all, so a commit for each would only cost time.</summary>
    public const int BatchSize = 2000;

    /// <param name="journal">Empty but for the content in force; started, with <paramref name="clock"/> as its clock.</param>
    /// <param name="readLog">Is told of the pages that the professionals had open; left out where nobody will ask.</param>
    /// <param name="clock">Stands at or before the beginning of the weeks: <see cref="StartOf"/>.</param>
    /// <param name="progress">Commands given and commands in all.</param>
    public static Task<DemoResult> Fill(Journal journal, ContentStore content, ReadLogBook? readLog, DemoClock clock, DemoOptions options, Action<int, int>? progress = null)
    {
        var today = FinnishTime.Day(options.Until);
        var people = DemoPopulation.Make(options.Residents, options.Seed, today);
        IReadOnlyList<Resident> everybody = [.. people, .. DemoPersonas.Make(today, people.Count)];
        var staff = DemoStaff.Make(options.Seed);

        var script = new Script(Dice.For(options.Seed, "commands"), options.Until);
        Beginning.Organisation(script, StartOf(options).GetCurrentInstant(), content.Current.Services, staff);
        Beginning.People(script, StartOf(options).GetCurrentInstant(), everybody);
        var inUse = ContentInUse.Of(content);
        new Contacts(script, options, inUse, staff, everybody).Make();
        new Scenes(script, options, inUse, staff, everybody).Make();
        new Arrivals(script, options, inUse, staff, everybody).Make();
        new RuleMatters(script, options, inUse, staff, everybody).Make();
        return script.Play(journal, readLog, clock, new Watch(journal, content, clock, options, staff), progress);
    }

    /// <summary>A clock at the moment when the county's organisation begins, an hour before its first week.</summary>
    public static DemoClock StartOf(DemoOptions options) => new(options.Begin - NodaTime.Duration.FromHours(1));
}
