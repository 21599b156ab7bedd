using NodaTime;
using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;
using Yhteys.Organisation;

namespace Yhteys.Residents;

// A stream is one person's identity. What is sealed is sealed with the person's key; destroying the key forgets the person.

/// <summary>A person became known to the county.</summary>
/// <param name="Name">Sealed PersonName.</param>
/// <param name="Birth">Sealed Birth; null when the day of birth is not known.</param>
/// <param name="Language">Language of contact: fi, sv or en.</param>
[Alias("residents.person-registered/1")]
public sealed record PersonRegistered(Guid Person, Sealed<string> Name, Sealed<string>? Birth, string Language) : IEvent
{
    public string Register => Registers.None;
}

/// <summary>The person's identity code is known for sure.</summary>
[Alias("residents.identity-code-confirmed/1")]
public sealed record IdentityCodeConfirmed(Guid Person, Sealed<string> Code, Sealed<string> Birth) : IEvent
{
    public string Register => Registers.None;
}

/// <summary>The person goes by a temporary id (väliaikainen yksilöintitunnus) until an identity code is known.</summary>
[Alias("residents.temporary-id-given/1")]
public sealed record TemporaryIdGiven(Guid Person, string TemporaryId) : IEvent
{
    public string Register => Registers.None;
}

/// <summary>The person has another name, or it was known wrongly.</summary>
[Alias("residents.name-changed/1")]
public sealed record NameChanged(Guid Person, Sealed<string> Name) : IEvent
{
    public string Register => Registers.None;
}

/// <summary>The person has another address.</summary>
/// <param name="Address">Sealed PostalAddress; null when there is none any more.</param>
[Alias("residents.address-changed/1")]
public sealed record AddressChanged(Guid Person, Sealed<string>? Address) : IEvent
{
    public string Register => Registers.None;
}

/// <summary>The person is reached in another way.</summary>
/// <param name="ContactData">Sealed ContactData.</param>
[Alias("residents.contact-data-changed/1")]
public sealed record ContactDataChanged(Guid Person, Sealed<string> ContactData) : IEvent
{
    public string Register => Registers.None;
}

/// <summary>The person has another municipality of residence.</summary>
/// <param name="Municipality">Sealed three-digit code of the municipality of residence; sealed, since non-disclosure covers it. Null when it is not known any more.</param>
[Alias("residents.municipality-changed/1")]
public sealed record MunicipalityChanged(Guid Person, Sealed<string>? Municipality) : IEvent
{
    public string Register => Registers.None;
}

/// <summary>The person is contacted in another language.</summary>
[Alias("residents.language-changed/1")]
public sealed record LanguageChanged(Guid Person, string Language) : IEvent
{
    public string Register => Registers.None;
}

/// <summary>The person is under non-disclosure for personal safety (turvakielto; act 661/2009, 36 §).</summary>
[Alias("residents.non-disclosure-set/1")]
public sealed record NonDisclosureSet(Guid Person) : IEvent
{
    public string Register => Registers.None;
}

/// <param name="Ground">Sealed, one of <see cref="LiftGrounds.All"/>; null in older journals.</param>
[Alias("residents.non-disclosure-lifted/1")]
public sealed record NonDisclosureLifted(Guid Person, Sealed<string>? Ground = null) : IEvent
{
    public string Register => Registers.None;
}

/// <summary>Somebody may act for the person.</summary>
/// <param name="Kind">guardian (huoltaja), mandate (valtuutus) or legal_guardian (edunvalvoja).</param>
[Alias("residents.representative-added/1")]
public sealed record RepresentativeAdded(Guid Person, Guid Representative, string Kind, LocalDate FirstDay) : IEvent
{
    public string Register => Registers.None;
}

/// <param name="LastDay">The last day of acting for the person.</param>
/// <param name="FirstDay">Of the time that ends; null in older journals: the newest.</param>
[Alias("residents.representative-ended/1")]
public sealed record RepresentativeEnded(Guid Person, Guid Representative, string Kind, LocalDate LastDay, LocalDate? FirstDay = null) : IEvent
{
    public string Register => Registers.None;
}

/// <summary>The person permits that professionals of the other register see this one.</summary>
/// <param name="Seen">The register that may be seen: health or social.</param>
/// <param name="Word">Whose word it is of a minor, written down by a professional: sealed, see <see cref="ClientWords"/>.</param>
[Alias("residents.register-permission-given/1")]
public sealed record RegisterPermissionGiven(Guid Person, string Seen, Sealed<string>? Word = null) : IEvent
{
    public string Register => Seen;
}

/// <param name="Word">As of <see cref="RegisterPermissionGiven"/>.</param>
[Alias("residents.register-permission-withdrawn/1")]
public sealed record RegisterPermissionWithdrawn(Guid Person, string Seen, Sealed<string>? Word = null) : IEvent
{
    public string Register => Seen;
}

/// <summary>A professional opened the person's data without a care relation.</summary>
/// <param name="Reason">Sealed with the person's key.</param>
/// <param name="Until">When the data closes again.</param>
[Alias("residents.glass-broken/1")]
public sealed record GlassBroken(Guid Person, Guid Professional, string Seen, Sealed<string> Reason, Instant Until) : IEvent
{
    public string Register => Seen;
}

/// <summary>The person died.</summary>
[Alias("residents.person-died/1")]
public sealed record PersonDied(Guid Person, LocalDate Day) : IEvent
{
    public string Register => Registers.None;
}

/// <summary>The person moved away from the county.</summary>
[Alias("residents.person-moved-away/1")]
public sealed record PersonMovedAway(Guid Person, LocalDate Day) : IEvent
{
    public string Register => Registers.None;
}
