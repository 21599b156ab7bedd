using System.Text.Json.Serialization;
using NodaTime;
using Yhteys.Calendar;
using Yhteys.Content;

namespace Yhteys.Access.Clocks;

/// <summary>Where a rule stands in the law.</summary>
/// <param name="Act">Number of the act, for example 1326/2010.</param>
/// <param name="Paragraph">Subsection (momentti), for example 3; absent when the section has none that matters.</param>
/// <param name="Item">Item (kohta).</param>
/// <param name="Amending">The acts that gave the section this wording.</param>
/// <param name="Earlier">Where the same limit stood before, each place with its last day.</param>
public sealed record RuleLaw(
    string Act, string Section, string? Paragraph = null, string? Item = null, IReadOnlyList<string>? Amending = null,
    [property: JsonConverter(typeof(EarlierConverter))] IReadOnlyList<EarlierPlace>? Earlier = null)
{
    /// <summary>Abbreviation (TervHL) and names; filled from the file's list of acts.</summary>
    public ActName Name { get; init; } = new("", new LocalText("", "", ""));

    /// <summary>As a professional writes it: TervHL 51 a § 3 mom (848/2024).</summary>
    public string Citation => $"{Name.Short} {Section} §{Part(Paragraph, "mom")}{Part(Item, "kohta")}{(Amending is { Count: > 0 } acts ? $" ({string.Join(", ", acts)})" : "")}";

    /// <summary>Where the limit stood on a day, such as that on which a clock began; now when no day is given.</summary>
    public RuleLaw On(LocalDate? day) => (Earlier ?? []).Where(place => day <= place.Until).MinBy(place => place.Until) is { } then
        ? this with { Section = then.Section, Paragraph = then.Paragraph, Item = then.Item, Amending = then.Amending, Earlier = null }
        : this;

    private static string Part(string? number, string what) => number is null ? "" : $" {number} {what}";
}

/// <summary>Where a limit of the same act stood until a day.</summary>
public sealed record EarlierPlace(LocalDate Until, string Section, string? Paragraph = null, IReadOnlyList<string>? Amending = null, string? Item = null);

/// <summary>How an act is called.</summary>
public sealed record ActName(string Short, LocalText Name);

/// <summary>Which facts a rule means. Empty lists mean any.</summary>
/// <param name="Until">The last day on which the fact counts so.</param>
/// <param name="Lines">Only on these service lines.</param>
/// <param name="NotQualifiers">Not with these qualifiers.</param>
/// <param name="Setting">Counts only when this county setting opens it, see <see cref="CountySettings.Opens"/>; with <paramref name="NotQualifiers"/>, they count then.</param>
public record FactMatch(
    IReadOnlyList<string> Facts,
    IReadOnlyList<string>? Qualifiers = null,
    IReadOnlyList<string>? Professions = null,
    IReadOnlyList<string>? NotProfessions = null,
    IReadOnlyList<string>? Licences = null,
    IReadOnlyList<string>? Lines = null,
    LocalDate? Until = null,
    IReadOnlyList<string>? NotQualifiers = null,
    string? Setting = null);

/// <summary>A fact that starts a clock, and the time that runs from it.</summary>
public sealed record RuleStart(IReadOnlyList<string> Facts, int N, TimeUnit Unit) : FactMatch(Facts)
{
    /// <summary>The start day is day 1.</summary>
    public bool InclusiveStart { get; init; }

    /// <summary>
    /// Take the last such fact before the need was found, instead of the first of all: the visit at which it was found. When it was found before any, as at
    /// an assessment by telephone, the first after it, unless the clock's stop came first.
    /// </summary>
    public bool LastBeforeNeed { get; init; }

    /// <summary>Other facts that start the same time: whichever comes first.</summary>
    public IReadOnlyList<FactMatch> Or { get; init; } = [];
}

/// <summary>A fact that must have happened besides the start.</summary>
public sealed record RuleNeed(IReadOnlyList<string> Facts) : FactMatch(Facts)
{
    /// <summary>Reason flags any of which says the same before the fact does.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];
}

/// <summary>On which day an age is looked at.</summary>
public enum AgeDay
{
    Contact,

    /// <summary>The day that the clock starts from.</summary>
    Need,

    /// <summary>Whichever of the two helps the patient.</summary>
    Either,
}

/// <summary>Whom a rule concerns.</summary>
/// <param name="Under">Younger than this in whole years.</param>
/// <param name="AtLeast">At least this old in whole years.</param>
/// <param name="AgeOn">On which day the age is looked at.</param>
/// <param name="All">Reason flags all of which must hold.</param>
/// <param name="AnyOf">Reason flags one of which must hold.</param>
/// <param name="None">Reason flags none of which may hold: exclusions such as a care plan or an individual recall interval.</param>
/// <param name="NotAll">Flags that must not all hold: the conditions of a stricter rule.</param>
/// <param name="UnknownAge">Also those whose age nobody knows, though there is a lowest age: no rule of the young gives them a shorter time.</param>
public sealed record RuleConditions(
    int? Under = null,
    int? AtLeast = null,
    AgeDay AgeOn = AgeDay.Contact,
    IReadOnlyList<string>? All = null,
    IReadOnlyList<string>? AnyOf = null,
    IReadOnlyList<string>? None = null,
    IReadOnlyList<string>? NotAll = null,
    bool UnknownAge = false)
{
    public static RuleConditions Any { get; } = new();
}

/// <summary>More time that the act allows on a ground; begins where the first time ends, when a limit_extended fact says so.</summary>
public sealed record RuleExtension(int N, TimeUnit Unit, LocalText Ground);
