namespace Yhteys.Ui;

/// <summary>A row of values of a chart, one for each label; null where nothing was measured.</summary>
public sealed record ChartSeries(string Name, IReadOnlyList<double?> Values);

public enum ChartKind
{
    Bar,
    StackedBar,

    /// <summary>Bars from left to right, each with its label: for labels that are long.</summary>
    Sideways,
    Line,
}
