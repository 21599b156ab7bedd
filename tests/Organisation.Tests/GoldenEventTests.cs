using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using NodaTime;
using Yhteys.Kernel;

namespace Yhteys.Organisation.Tests;

/// <summary>The bytes of each event stay readable for ever: one example of each alias lies in Golden/.</summary>
public sealed class GoldenEventTests
{
    private static readonly IEvent[] Examples =
    [
        Given.Opened,
        new ServiceLinesChanged(Given.Unit, ["primary_care", "oral_health"]),
        new OpeningHoursSet(Given.Unit, new([new(IsoDayOfWeek.Monday, new(8, 0), new(16, 0))], OnHolidays: true)),
        Given.Appointed,
        new RoleGranted(Given.Nurse, Given.Unit, Roles.GuidanceNurse, Given.Day),
        new RoleEnded(Given.Nurse, Given.Unit, Roles.GuidanceNurse, Given.Day.PlusDays(30)),
        new SchoolCalendarSet("272", "2026–2027", new(2026, 8, 11), new(2027, 6, 5), [new("Syysloma", new(2026, 10, 19), new(2026, 10, 23))]),
    ];

    [Fact]
    public void Every_event_of_the_module_has_an_example() =>
        Examples.Select(e => e.GetType()).Order(Comparer<Type>.Create((a, b) => string.CompareOrdinal(a.Name, b.Name)))
            .ShouldBe(typeof(UnitOpened).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(IEvent)) && !t.IsAbstract).OrderBy(t => t.Name, StringComparer.Ordinal));

    [Fact]
    public void Every_event_is_written_and_read_as_it_was()
    {
        foreach (var example in Examples)
        {
            var alias = example.GetType().GetCustomAttribute<AliasAttribute>()!.Name;
            var file = Path.Combine(Folder(), alias.Replace('/', '-') + ".json");
            var json = JsonSerializer.Serialize(example, example.GetType(), EventJson.Options);
            if (Environment.GetEnvironmentVariable("YHTEYS_WRITE_GOLDEN") == "1" && !File.Exists(file)) File.WriteAllText(file, json + "\n");

            json.ShouldBe(File.ReadAllText(file).TrimEnd(), $"{alias} has other bytes than the journal holds: a new shape is a new alias");
            var read = JsonSerializer.Deserialize(File.ReadAllText(file), example.GetType(), EventJson.Options);
            JsonSerializer.Serialize(read, example.GetType(), EventJson.Options).ShouldBe(json);
        }
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Golden");
}
