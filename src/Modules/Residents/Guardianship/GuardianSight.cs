using NodaTime;

namespace Yhteys.Residents.Guardianship;

/// <summary>What decides whether a guardian sees a matter of a minor.</summary>
/// <param name="ContactDay">The day of the contact, when the minor's age is looked at.</param>
/// <param name="MadeByMinorAlone">The minor made the contact without a guardian.</param>
/// <param name="KeptFromGuardians">The minor, able to decide, has forbidden it (act 785/1992, 9 § 2; act 812/2000, 11 § 3).</param>
/// <param name="RaisedByOthers">Somebody other than the minor or a guardian raised it.</param>
/// <param name="Notice">It is a child-welfare notice (act 417/2007, 25 §).</param>
/// <param name="Released">A professional's decision that guardians may see it; null when nobody has decided.</param>
public sealed record MatterOfMinor(
    LocalDate BirthDate, LocalDate ContactDay, string Register, bool MadeByMinorAlone, bool KeptFromGuardians, bool RaisedByOthers, bool Notice, bool? Released);

/// <summary>Whether a guardian sees it, or the first thing that hides it.</summary>
public enum GuardianSight
{
    Sees,
    NotAMinor,
    NotReleased,
    KeptByMinor,
    MinorAlone,
    ReleaseRefused,
}

public static class GuardianRules
{
    /// <summary>From this age on a health contact that a minor makes alone is hidden until a professional decides.</summary>
    public const int AloneFrom = 12;

    /// <param name="today">A grown-up's matters are no longer a guardian's, whenever they were raised.</param>
    public static GuardianSight Sight(MatterOfMinor matter, LocalDate today) => matter switch
    {
        _ when AgeOn(matter.BirthDate, today) >= 18 => GuardianSight.NotAMinor,
        { KeptFromGuardians: true } => GuardianSight.KeptByMinor,
        { Released: false } => GuardianSight.ReleaseRefused,
        { Notice: true, Released: not true } or { RaisedByOthers: true, Released: not true } => GuardianSight.NotReleased,
        { MadeByMinorAlone: true, Register: "health", Released: not true } when AgeOn(matter.BirthDate, matter.ContactDay) >= AloneFrom => GuardianSight.MinorAlone,
        _ => GuardianSight.Sees,
    };

    private static int AgeOn(LocalDate birth, LocalDate day) => Period.Between(birth, day, PeriodUnits.Years).Years;
}
