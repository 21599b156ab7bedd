namespace Yhteys.Residents.Identity;

/// <summary>Sex (sukupuoli) as the identity code tells it; unknown for a person without one.</summary>
public enum Sex
{
    Unknown,
    Female,
    Male,
}
