namespace Yhteys.Assessment;

/// <summary>An event that says whose work it tells of: another than who records it may have done it.</summary>
public interface IDoneBy
{
    /// <summary>The professional whose work it was.</summary>
    Guid Professional { get; }
}
