namespace Yhteys.Residents.Care;

/// <summary>
/// An event that begins or ends a care or client relation (hoito- tai asiakassuhde) between a person and a unit in a matter.
/// Act 703/2023: a professional may see only what the duty in such a relation needs. Closing a matter doesn't end it: a new message
/// brings the matter back. Referring it to another unit and a correction of the person do.
/// </summary>
public interface ICareRelation
{
    Guid Person { get; }
    Guid Matter { get; }

    /// <summary>The unit whose professionals have the relation.</summary>
    Guid Unit { get; }

    /// <summary>health or social.</summary>
    string Register { get; }

    /// <summary>True when it began, false when it ended.</summary>
    bool Began { get; }
}
