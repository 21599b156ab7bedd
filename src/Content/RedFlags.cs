using NodaTime;

namespace Yhteys.Content;

/// <summary>The county's list of words that repeat the emergency text. Who approved it and when is part of it.</summary>
/// <param name="Example">True: an example, not for clinical use.</param>
/// <param name="Notice">What the list is, for those who maintain it.</param>
public sealed record RedFlagList(string ApprovedBy, LocalDate ApprovedOn, bool Example, LocalText Notice, IReadOnlyList<RedFlag> Flags);

/// <summary>One sign and the ways people write it, by language.</summary>
/// <param name="Register">"social": the words say to which service it belongs, as of any contact. Else a nurse reads it.</param>
public sealed record RedFlag(string Id, LocalText Name, IReadOnlyList<string> Fi, IReadOnlyList<string> Sv, IReadOnlyList<string> En, string? Register = null);
