namespace Yhteys.Access;

/// <summary>An event that says which unit answers for a matter from now on.</summary>
public interface IClockUnit
{
    /// <summary>The matter (asia) that the unit answers for.</summary>
    Guid Matter { get; }

    Guid Unit { get; }
}
