using NodaTime;
using Yhteys.Calendar;

namespace Yhteys.Residents.Identity;

/// <summary>Answer of <c>yhteys hetu CODE --json</c>.</summary>
/// <param name="Why">The sentence that says what is wrong; null when valid.</param>
/// <param name="BirthDate">ISO 8601 day; null when not valid.</param>
/// <param name="Sex">female or male; null when not valid.</param>
public sealed record HetuCommand(bool Valid, string? Why, string? BirthDate, string? Sex)
{
    public static HetuCommand Run(string? code, LocalDate today, string language = "en")
    {
        var check = Hetu.Check(code, today);
        return new(
            check.Valid,
            check.Sentence(language),
            check.BirthDate?.Iso(),
            check.Sex switch
            {
                Identity.Sex.Female => "female",
                Identity.Sex.Male => "male",
                Identity.Sex.Unknown => null,
            });
    }
}
