using NodaTime;
using Yhteys.Calendar;
using Yhteys.Cases;
using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;

namespace Yhteys.Assessment;

/// <summary>What all decisions of the module ask.</summary>
internal static class Common
{
    public static Refusal? Refused(Matter state, MatterFacts known, string register, Context context) =>
        !state.Exists ? new MatterNotFound()
        : !state.Open ? new MatterIsClosed()
        : state.Register != register ? new WrongRegister()
        : context.HappenedAt.Day() < known.Opening ? new BeforeContact(known.Opening.Value)
        : null;

    public static bool TooLong(string? text) => text?.Length > Codes.MostCharacters;

    /// <summary>A day that the calendar of working days knows; from no other can a clock be counted.</summary>
    public static bool InCalendar(LocalDate day) => day.Year is >= WorkingDays.FirstYear and <= WorkingDays.LastYear;

    public static Sealed<string>? Sealed(Guid matter, string? text) => string.IsNullOrWhiteSpace(text) ? null : Seal.With(matter, text.Trim());

    /// <summary>Age in whole years on a day; null when nobody knows it.</summary>
    public static int? AgeOn(LocalDate? birth, LocalDate day) => birth is { } born ? Period.Between(born, day, PeriodUnits.Years).Years : null;

    /// <summary>Professionals of social welfare are licensed or have a protected title (act 817/2015).</summary>
    public static bool IsSocialProfessional(string? licence) => licence is "licensed" or "protected";
}
