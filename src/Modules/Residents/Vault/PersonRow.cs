using NodaTime;
using Yhteys.Kernel.Sealing;
using Yhteys.Kernel.Storage;
using Yhteys.Residents.Identity;

namespace Yhteys.Residents.Vault;

/// <summary>
/// A person in the vault. Names, code, address, contact data and municipality stay sealed and are opened in the page; what decisions and searches
/// need is open: day of birth, sex, the municipality of those who are not under non-disclosure.
/// </summary>
/// <param name="CodeKey">Keyed hash of the identity code, see <see cref="LookupKey"/>.</param>
/// <param name="Municipality">Null when not known.</param>
/// <param name="DisclosedMunicipality">The municipality for events, lists and statistics: none under non-disclosure.</param>
[Index("BirthDate")]
public sealed record PersonRow(
    Guid Person, Sealed<string> Name, LocalDate? BirthDate, Sex Sex, Sealed<string>? Code, string? CodeKey, string? TemporaryId,
    Sealed<string>? Address, Sealed<string>? ContactData, Sealed<string>? Municipality, string? DisclosedMunicipality, string Language, bool NonDisclosure,
    LocalDate? DiedOn, bool MovedAway, IReadOnlyList<Representative> Representatives, IReadOnlyList<string> Permissions, IReadOnlyList<OpenGlass> Glasses)
{
    /// <summary>Full years on a day; null when the day of birth is not known.</summary>
    public int? AgeOn(LocalDate day) => BirthDate is { } birth ? Period.Between(birth, day, PeriodUnits.Years).Years : null;

    /// <summary>Whether the other person may act for this one on the day: a guardian of a minor, a mandate holder, a legal guardian.</summary>
    public bool IsRepresentedBy(Guid other, LocalDate day) => Representatives.Any(r => r.Who == other && Acts(r, day));

    /// <summary>Whether the other person is a guardian (huoltaja) of this one, a minor, on the day.</summary>
    public bool IsGuardedBy(Guid other, LocalDate day) =>
        Representatives.Any(r => r.Who == other && r.Kind == RepresentativeKinds.Guardian && Acts(r, day));

    private bool Acts(Representative one, LocalDate day) =>
        one.ActsOn(day) && (one.Kind != RepresentativeKinds.Guardian || AgeOn(day) is null or < RepresentativeKinds.OfAge);
}

/// <summary>A person as a line of a list.</summary>
/// <param name="Name">Null for one who has been forgotten.</param>
public sealed record ListedPerson(PersonName? Name, bool NonDisclosure);

/// <summary>Somebody who may act for a person.</summary>
/// <param name="LastDay">Before the first day when it was a mistake.</param>
public sealed record Representative(Guid Who, string Kind, LocalDate FirstDay, LocalDate? LastDay = null)
{
    public bool ActsOn(LocalDate day) => FirstDay <= day && (LastDay is not { } last || day <= last);

    /// <summary>Acts on the day or later; the day of the end can still be changed.</summary>
    public bool GoesOn(LocalDate day) => LastDay is not { } last || (day <= last && FirstDay <= last);

    /// <summary>Whether it is a time in which somebody acts, or has acted, in a way; one that never began is none.</summary>
    internal bool Is(Guid who, string kind) => Who == who && Kind == kind && !(LastDay < FirstDay);

    /// <summary>The time that began on a day; of several in an older journal the one that goes on longest.</summary>
    internal static Representative? From(IEnumerable<Representative> times, LocalDate firstDay) =>
        times.Where(r => r.FirstDay == firstDay).MaxBy(r => r.LastDay ?? LocalDate.MaxIsoValue);

    /// <summary>Those there are when a time ends, or its end is told anew.</summary>
    internal static IReadOnlyList<Representative> End(IReadOnlyList<Representative> all, RepresentativeEnded ended)
    {
        var times = all.Where(r => r.Is(ended.Representative, ended.Kind));
        var one = ended.FirstDay is { } firstDay ? From(times, firstDay) : times.LastOrDefault();
        return [.. all.Select(r => ReferenceEquals(r, one) ? r with { LastDay = ended.LastDay } : r)];
    }
}

/// <summary>Data that a professional holds open without a care relation.</summary>
public sealed record OpenGlass(Guid Professional, string Register, Instant Until);

/// <summary>Finds the person of an identity code.</summary>
/// <param name="CodeKey">Keyed hash of the code.</param>
/// <param name="Artificial">The code belongs to nobody real.</param>
public sealed record IdentityCodeRow(string CodeKey, Guid Person, bool Artificial);

/// <summary>Finds the person of a temporary id.</summary>
public sealed record TemporaryIdRow(string TemporaryId, Guid Person);

/// <summary>For whom somebody may act.</summary>
/// <param name="Who">The representative.</param>
public sealed record ActsForRow(Guid Who, IReadOnlyList<Guid> People);
