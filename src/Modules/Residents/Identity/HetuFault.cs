namespace Yhteys.Residents.Identity;

/// <summary>Why a string is not a personal identity code that can be used.</summary>
public enum HetuFault
{
    None,

    /// <summary>Nothing was given.</summary>
    Empty,

    /// <summary>Not eleven characters.</summary>
    Length,

    /// <summary>A character stands where another kind belongs (digits, sign, check character).</summary>
    Shape,

    /// <summary>The seventh character is not a sign of a century.</summary>
    CenturySign,

    /// <summary>No such day in the calendar.</summary>
    Date,

    /// <summary>The day of birth is still to come.</summary>
    Future,

    /// <summary>Individual numbers 000 and 001 are never given.</summary>
    IndividualNumber,

    /// <summary>The last character doesn't agree with the others.</summary>
    CheckCharacter,

    /// <summary>A right code of a real person where only artificial ones are accepted.</summary>
    NotArtificial,
}
