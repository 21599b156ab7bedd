namespace Yhteys.Access.Publish.Suppress;

internal enum SumKind
{
    /// <summary>May be shown or hidden.</summary>
    Free,

    /// <summary>Published earlier; nobody can take it back.</summary>
    Published,

    /// <summary>Hidden in an earlier publication, and must stay so.</summary>
    HiddenEarlier,

    /// <summary>Never shown by itself, but it follows from figures that are.</summary>
    NeverShown,

    /// <summary>What a wait says that may be told or not. It counts nobody, so it is no secret.</summary>
    Told,
}

/// <summary>A sum of cells that a reader sees, or must not find out.</summary>
/// <param name="Cells">Numbers of the cells, ascending.</param>
/// <param name="Figure">Code of the figure that it is, or that would tell it: hiding sums of the same figure helps each other best.</param>
/// <param name="Cost">How much is lost by hiding it.</param>
internal sealed record Sum(SumKind Kind, int[] Cells, string Figure, int Cost = 0)
{
    /// <summary>Hidden whenever this one is: the flow that with it would give the change of a queue.</summary>
    public Sum? Follower { get; set; }

    public bool IsShown { get; set; } = Kind is SumKind.Free or SumKind.Published or SumKind.Told;

    public long Of(ReadOnlySpan<int> cells)
    {
        long sum = 0;
        foreach (var cell in Cells)
            sum += cells[cell];
        return sum;
    }
}
