using Yhteys.Organisation;

namespace Yhteys.Demo.Population;

/// <summary>A professional of the demonstration county with the role at a unit.</summary>
internal sealed record DemoProfessional(AppointProfessional Appoint, GrantRole Role);
