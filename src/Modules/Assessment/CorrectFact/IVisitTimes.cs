using Yhteys.Kernel;

namespace Yhteys.Assessment;

/// <summary>The times of whose visits recordings tell. They are of a module further down, which knows what becomes of them.</summary>
public interface IVisitTimes
{
    /// <summary>What is told of the time when the visit that the recording tells never happened; null when it is not the visit of a time.</summary>
    /// <param name="recording">Version of the recording in the matter's stream.</param>
    IEvent? Without(Work work, Guid matter, int recording);
}
