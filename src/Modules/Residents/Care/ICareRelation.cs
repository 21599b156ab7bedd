namespace Yhteys.Residents.Care;

/// <summary>
/// An event that changes what units need the data of a matter's person for. Act 703/2023: a professional may see only what the duty in a care
/// or client relation (hoito- tai asiakassuhde) needs, so a unit has the relation while it has a ground in the matter, and no longer.
/// </summary>
public interface ICareChange
{
    Guid Matter { get; }

    /// <summary>The grounds after the event.</summary>
    /// <param name="before">The grounds before it.</param>
    /// <param name="by">The unit in whose name it was done; null for a resident and for the system.</param>
    IEnumerable<CareGround> After(IReadOnlyList<CareGround> before, Guid? by);
}

/// <summary>
/// An event that gives a unit a ground, so that it has a relation to the person of the matter. One who had the same ground has it no more: a matter that is referred
/// and a time that is moved take it along. Closing a matter ends no relation of the unit that has it: a new message brings the matter back.
/// An event with another person says whom the matter concerns; all relations are to that person from then on.
/// </summary>
public interface ICareRelation : ICareChange
{
    Guid Person { get; }

    /// <summary>The unit whose professionals have the relation.</summary>
    Guid Unit { get; }

    /// <summary>health or social.</summary>
    string Register { get; }

    /// <summary>What for: the matter itself, unless the event says otherwise.</summary>
    string Ground => CareGrounds.Matter;

    IEnumerable<CareGround> ICareChange.After(IReadOnlyList<CareGround> before, Guid? by) => before.Given(Ground, Unit);
}
