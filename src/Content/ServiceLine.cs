namespace Yhteys.Content;

/// <summary>A service line (palvelulinja): what a matter is about, who may handle it and where.</summary>
/// <param name="Id">Code used in events, rules and addresses, for example <c>primary_care</c>.</param>
/// <param name="Register">The register that its matters belong to: <c>health</c> or <c>social</c>.</param>
/// <param name="Professions">Codes of the professions that handle its matters, the usual first reader first.</param>
/// <param name="UnitKinds">Kinds of unit that handle it, the usual one first.</param>
/// <param name="Urgencies">Codes of the urgencies that its need assessment may give.</param>
/// <param name="ByReferral">A matter of the line is opened by a referral (lähete), never by a resident's contact.</param>
/// <param name="GuessedBelow">Age in years that a person must be below for the words of a contact to lead to the line; null = any age.</param>
public sealed record ServiceLine(
    string Id,
    string Register,
    LocalText Name,
    LocalText Description,
    IReadOnlyList<string> Professions,
    IReadOnlyList<string> UnitKinds,
    IReadOnlyList<string> Urgencies,
    bool ByReferral = false,
    int? GuessedBelow = null);

/// <summary>An urgency (kiireellisyys) that a professional may record.</summary>
/// <param name="Id">Code used in events: <c>immediate</c>, <c>urgent</c> or <c>non_urgent</c>.</param>
public sealed record Urgency(string Id, LocalText Name, LocalText Description);

/// <summary>A profession as the service lines name it.</summary>
/// <param name="Licence"><c>licensed</c> (laillistettu), <c>protected</c> (nimikesuojattu) or <c>none</c>.</param>
public sealed record Profession(string Id, LocalText Name, string Licence);

/// <summary>A kind of unit.</summary>
public sealed record UnitKind(string Id, LocalText Name);
