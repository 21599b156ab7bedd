using Yhteys.Organisation;

namespace Yhteys.Web.SignIn;

/// <summary>A made-up person whom anyone may be on a demonstration journal.</summary>
/// <param name="Key">Short name in addresses, tests and texts: resident, young_person, doctor …</param>
internal sealed record Persona(string Key, CurrentUser User);
