using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using NodaTime;
using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;

namespace Yhteys.Residents.Tests;

/// <summary>The bytes of each event stay readable for ever: one example of each alias lies in Golden/.</summary>
public sealed class GoldenEventTests
{
    // Bytes as the journal would hold them; what they sealed is nobody's secret, for no key opens them.
    private static readonly Sealed<string> Sealed = JsonSerializer.Deserialize<Sealed<string>>($"\"{Convert.ToBase64String(Enumerable.Range(0, 60).Select(i => (byte)i).ToArray())}\"", EventJson.Options)!;

    private static readonly IEvent[] Examples =
    [
        new PersonRegistered(Given.Aino, Sealed, Sealed, "fi"),
        new IdentityCodeConfirmed(Given.Aino, Sealed, Sealed),
        new TemporaryIdGiven(Given.Aino, "T22222224"),
        new NameChanged(Given.Aino, Sealed),
        new AddressChanged(Given.Aino, Sealed),
        new ContactDataChanged(Given.Aino, Sealed),
        new MunicipalityChanged(Given.Aino, Sealed),
        new LanguageChanged(Given.Aino, "sv"),
        new NonDisclosureSet(Given.Aino),
        new NonDisclosureLifted(Given.Aino),
        new RepresentativeAdded(Given.Eetu, Given.Aino, RepresentativeKinds.Guardian, Given.Today),
        new RepresentativeEnded(Given.Eetu, Given.Aino, RepresentativeKinds.Guardian, Given.Today),
        new RegisterPermissionGiven(Given.Aino, "health"),
        new RegisterPermissionWithdrawn(Given.Aino, "health"),
        new GlassBroken(Given.Aino, Given.Nurse, "health", Sealed, Instant.FromUtc(2026, 3, 10, 15, 0)),
        new PersonDied(Given.Aino, Given.Today),
        new PersonMovedAway(Given.Aino, Given.Today),
    ];

    [Fact]
    public void Every_event_of_the_module_has_an_example() =>
        Examples.Select(e => e.GetType()).Order(Comparer<Type>.Create((a, b) => string.CompareOrdinal(a.Name, b.Name)))
            .ShouldBe(typeof(PersonRegistered).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(IEvent)) && !t.IsAbstract).OrderBy(t => t.Name, StringComparer.Ordinal));

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
