using Yhteys.Kernel;
using Yhteys.Residents.Identity;

namespace Yhteys.Residents;

public sealed record PersonAlreadyRegistered() : Refusal("PersonAlreadyRegistered");

public sealed record PersonNotFound() : Refusal("PersonNotFound");

public sealed record GivenNamesMissing() : Refusal("GivenNamesMissing", "GivenNames");

public sealed record SurnameMissing() : Refusal("SurnameMissing", "Surname");

public sealed record GivenNamesWrong() : Refusal("GivenNamesWrong", "GivenNames");

public sealed record SurnameWrong() : Refusal("SurnameWrong", "Surname");

public sealed record PreferredNameWrong() : Refusal("PreferredNameWrong", "PreferredName");

public sealed record NameTooLong() : Refusal("NameTooLong", "GivenNames");

public sealed record UnknownLanguage() : Refusal("UnknownLanguage", "Language");

public sealed record UnknownMunicipalityOfResidence() : Refusal("UnknownMunicipalityOfResidence", "Municipality");

public sealed record IdentityCodeWrong(HetuFault Fault) : Refusal($"Hetu.{Fault}", "IdentityCode");

public sealed record IdentityCodeTaken() : Refusal("IdentityCodeTaken", "IdentityCode");

public sealed record BirthDateDisagrees() : Refusal("BirthDateDisagrees", "BirthDate");

public sealed record BirthDateInFuture() : Refusal("BirthDateInFuture", "BirthDate");

/// <summary>A person of the same name and day of birth is known, and nobody has said that this is another.</summary>
public sealed record NamesakeKnown() : Refusal("NamesakeKnown", "Another");
