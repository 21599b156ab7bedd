namespace Yhteys.Organisation;

/// <summary>Codes of the registers (rekisteri): the patient register, the client register of social care, and neither.</summary>
public static class Registers
{
    public const string Health = "health";
    public const string Social = "social";
    public const string None = "none";
}
