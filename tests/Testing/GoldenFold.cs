using System.Globalization;
using System.Text;
using System.Text.Json;
using Shouldly;
using Yhteys.Kernel;
using Yhteys.Kernel.Storage;
using Yhteys.Kernel.Views;

namespace Yhteys.Testing;

/// <summary>What a view makes of given events, kept in a file: rows that change without a new <see cref="View.Version"/> would not be rebuilt.</summary>
public static class GoldenFold
{
    /// <param name="file">From the root of the repository: <c>tests/Cases.Tests/golden/folds/worklist.txt</c>.</param>
    public static void Check(View view, IEnumerable<Recorded> events, string file)
    {
        if (Repository.WriteGolden)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Repository.PathOf(file))!);
            File.WriteAllText(Repository.PathOf(file), Text(view, events));
        }

        Compare(view, events, file);
    }

    /// <summary>The check alone, which never writes.</summary>
    public static void Compare(View view, IEnumerable<Recorded> events, string file)
    {
        var path = Repository.PathOf(file);
        File.Exists(path).ShouldBeTrue($"The fold of {view.Name} has no golden file. Run this test with YHTEYS_WRITE_GOLDEN=1, read {file} and commit it.");
        Text(view, events).ShouldBe(File.ReadAllText(path), $"The fold of {view.Name} gives other rows. If that is meant: raise its Version and write the file anew (YHTEYS_WRITE_GOLDEN=1).");
    }

    /// <summary>Sends each event alone, and then all in order, through a view; a fold must bear any event of its module on any rows.</summary>
    public static void BearsEach(View view, IReadOnlyList<Recorded> events)
    {
        foreach (var recorded in events)
            Should.NotThrow(() => Rows(view, [recorded]), $"{view.Name} with {recorded.Alias} alone");
        Should.NotThrow(() => Rows(view, events), view.Name);
    }

    /// <summary>Sends each event alone through a state, and then all in order.</summary>
    public static void BearsEach<TState>(IReadOnlyList<Recorded> events) where TState : IState<TState>
    {
        foreach (var recorded in events)
            Should.NotThrow(() => TState.Evolve(TState.Empty, recorded), $"{typeof(TState).Name} with {recorded.Alias} alone");
        Should.NotThrow(() => events.Aggregate(TState.Empty, TState.Evolve), typeof(TState).Name);
    }

    /// <summary>The rows of a view as text, a line each, in order of table and key.</summary>
    public static string Rows(View view, IEnumerable<Recorded> events)
    {
        var rows = new RowCache(view.Tables.Values);
        foreach (var recorded in events)
            if (view.Handles(recorded.Event.GetType()))
                view.Fold(recorded, rows);
        var text = new StringBuilder();
        foreach (var (shape, all) in rows.All.OrderBy(t => t.Shape.RowType.Name, StringComparer.Ordinal))
            foreach (var line in all.Select(r => Line(shape, r)).Order(StringComparer.Ordinal))
                text.Append(line).Append('\n');
        return text.ToString();
    }

    private static string Text(View view, IEnumerable<Recorded> events) => $"version {view.Version}\n{Rows(view, events)}";

    private static string Line(TableShape shape, object row) =>
        shape.RowType.Name + " " + string.Join(", ", shape.Columns.Zip(shape.Cells(row), (c, v) => $"{c.Name}: {Text(v)}"));

    private static string Text(object? cell) => cell switch
    {
        null => "–",
        byte[] bytes => Convert.ToHexStringLower(bytes),
        string text => JsonSerializer.Serialize(text, EventJson.Options),
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture)!,
    };
}
