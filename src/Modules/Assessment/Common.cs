using NodaTime;
using Yhteys.Cases;
using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;

namespace Yhteys.Assessment;

/// <summary>What all decisions of the module ask.</summary>
internal static class Common
{
    private static readonly DateTimeZone Helsinki = DateTimeZoneProviders.Tzdb["Europe/Helsinki"];

    public static Refusal? Refused(Matter state, string register) =>
        !state.Exists ? new MatterNotFound()
        : !state.Open ? new MatterIsClosed()
        : state.Register != register ? new WrongRegister()
        : null;

    public static bool TooLong(string? text) => text?.Length > Codes.MostCharacters;

    public static Sealed<string>? Sealed(Guid matter, string? text) => string.IsNullOrWhiteSpace(text) ? null : Seal.With(matter, text.Trim());

    public static LocalDate Day(Context context) => context.HappenedAt.InZone(Helsinki).Date;

    /// <summary>Professionals of social welfare are licensed or have a protected title (act 817/2015).</summary>
    public static bool IsSocialProfessional(string? licence) => licence is "licensed" or "protected";
}
