namespace Yhteys.Cases;

/// <summary>
/// A component that a later module shows on the resident's page of a matter, for example its appointments. It gets the matter's id as
/// the parameter <c>Matter</c>; register it as a singleton.
/// </summary>
public sealed record ResidentMatterPart(Type Component);
