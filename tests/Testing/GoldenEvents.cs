using System.Reflection;
using System.Text.Json;
using Shouldly;
using Yhteys.Kernel;

namespace Yhteys.Testing;

/// <summary>
/// One JSON file per alias: the bytes that journals in use hold. A file that can't be read any more, or is written otherwise than before,
/// is a broken journal somewhere.
/// </summary>
public static class GoldenEvents
{
    /// <summary>Checks that every event of the assembly has its file, and that each file is read and written back to the same text.</summary>
    /// <param name="folder">From the root of the repository: <c>tests/Cases.Tests/golden/events</c>.</param>
    public static void Check(Assembly assembly, string folder)
    {
        var types = TypesOf(assembly, folder);
        foreach (var (alias, type) in types.ByAlias)
        {
            foreach (var parameter in type.GetConstructors()[0].GetParameters())
                type.GetProperty(parameter.Name!)?.SetMethod.ShouldNotBeNull($"{type.Name}.{parameter.Name} can't be set, so it would not be kept.");
            var text = TextOf(alias, folder);
            Write(Read(text, type)).ShouldBe(text, $"{alias} is written otherwise than its golden file: make a new alias, or an optional field.");
        }

        foreach (var file in Directory.EnumerateFiles(Repository.PathOf(folder), "*.json"))
            types.ByAlias.Keys.Select(FileOf).ShouldContain(Path.GetFileName(file), $"No event has this alias now, but journals hold it. Keep the type.");
    }

    /// <summary>The golden events as if recorded one after another in one stream.</summary>
    public static IReadOnlyList<Recorded> All(Assembly assembly, string folder) =>
    [
        .. TypesOf(assembly, folder).ByAlias.OrderBy(t => t.Key, StringComparer.Ordinal).Select((t, i) => new Recorded(
            i + 1, new Guid("11111111-1111-4111-8111-111111111111"), i + 1, t.Key, Read(TextOf(t.Key, folder), t.Value),
            TestClock.OrdinaryTuesday, TestClock.OrdinaryTuesday, Actor.System, "test", Guid.Empty)),
    ];

    private static EventTypes TypesOf(Assembly assembly, string folder)
    {
        var types = new EventTypes([new EventAssembly(assembly)]);
        if (Repository.WriteGolden)
            WriteMissing(types, folder);
        return types;
    }

    private static string FileOf(string alias) => alias.Replace('/', '-') + ".json";

    /// <summary>The bytes of one event in its golden file.</summary>
    public static string TextOf(string alias, string folder)
    {
        var path = Path.Combine(Repository.PathOf(folder), FileOf(alias));
        File.Exists(path).ShouldBeTrue($"{alias} has no golden file. Run this test with YHTEYS_WRITE_GOLDEN=1, read {folder}/{FileOf(alias)} and commit it.");
        return File.ReadAllText(path).TrimEnd('\n');
    }

    private static IEvent Read(string text, Type type) => (IEvent)JsonSerializer.Deserialize(text, type, EventJson.Options)!;

    private static string Write(IEvent e) => JsonSerializer.Serialize(e, e.GetType(), EventJson.Options);

    private static void WriteMissing(EventTypes types, string folder)
    {
        Directory.CreateDirectory(Repository.PathOf(folder));
        foreach (var (alias, type) in types.ByAlias)
            if (Path.Combine(Repository.PathOf(folder), FileOf(alias)) is var path && !File.Exists(path))
                File.WriteAllText(path, Write((IEvent)SampleValue.Of(type, alias)!) + "\n");
    }
}
