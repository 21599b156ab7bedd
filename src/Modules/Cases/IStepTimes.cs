using Yhteys.Kernel;

namespace Yhteys.Cases;

/// <summary>Tells with a step of a matter when and where the appointment is that it is about; the booking knows.</summary>
public interface IStepTimes
{
    /// <summary>Day, time and unit in the reader's language, by the version of the step in the matter's stream; of other steps nothing.</summary>
    IReadOnlyDictionary<int, string> Of(IReadOnlyList<Recorded> stream);
}
