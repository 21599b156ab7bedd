using NodaTime;

namespace Yhteys.Residents.Identity;

/// <summary>What a string says when read as a personal identity code.</summary>
/// <param name="Code">The code in its one written form (upper case, no space); null when not valid.</param>
/// <param name="Fault">The first thing that is wrong, <see cref="HetuFault.None"/> when valid.</param>
/// <param name="BirthDate">Day of birth; null when not valid.</param>
/// <param name="Artificial">Individual number 900–999: made for testing, belongs to nobody.</param>
public sealed record HetuCheck(string? Code, HetuFault Fault, LocalDate? BirthDate, Sex Sex, bool Artificial)
{
    public bool Valid => Fault == HetuFault.None;

    internal static HetuCheck Wrong(HetuFault fault) => new(null, fault, null, Sex.Unknown, false);

    /// <summary>The sentence that the user reads; null when valid.</summary>
    /// <param name="language">fi, sv or en; others read Finnish.</param>
    public string? Sentence(string language) => HetuSentences.Of(Fault, language);
}
