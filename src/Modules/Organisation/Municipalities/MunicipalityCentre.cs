namespace Yhteys.Organisation.Municipalities;

/// <summary>Where a municipality's centre is (National Land Survey of Finland, CC BY 4.0), for a map.</summary>
/// <param name="East">Degrees of WGS 84 to the east.</param>
/// <param name="North">Degrees of WGS 84 to the north.</param>
public sealed record MunicipalityCentre(string Code, double East, double North);
