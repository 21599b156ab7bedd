namespace Yhteys.Ui;

/// <summary>A row of values of a chart, one for each label; null where nothing was measured.</summary>
/// <param name="Notes">What stands beside each value in the picture and in the table; null where nothing does.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<double?> Values, IReadOnlyList<ChartNote?>? Notes = null);

/// <summary>Words beside a value of a chart.</summary>
/// <param name="Text">Says in words also why the value is faint.</param>
/// <param name="Faint">Drawn grey: the value is of too few to be leant on.</param>
public sealed record ChartNote(string Text, bool Faint);

/// <summary>How a chart is drawn.</summary>
public enum ChartKind
{
    Bar,
    StackedBar,

    /// <summary>Bars from left to right, each with its label: for labels that are long.</summary>
    Sideways,
    Line,
}
