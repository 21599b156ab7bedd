using System.Text.Json;
using NodaTime;
using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;
using Yhteys.Residents.Identity;

namespace Yhteys.Residents.Vault;

/// <summary>Day of birth and sex.</summary>
internal sealed record Birth(LocalDate Date, Sex Sex);

/// <summary>Where post reaches a person.</summary>
public sealed record PostalAddress(string Street, string Postcode, string Town);

/// <summary>How a person is reached.</summary>
/// <param name="Reach">How the person wishes to be reached, one of <see cref="Reaches.All"/>; null when it has not been said.</param>
public sealed record ContactData(string? Phone, string? Email, string? Reach = null);

/// <summary>Ways in which a person may wish to be reached.</summary>
internal static class Reaches
{
    /// <summary>call, text (a text message), email, letter, service (a message in My matters).</summary>
    public static IReadOnlyList<string> All { get; } = ["call", "text", "email", "letter", "service"];
}

/// <summary>Seals a person's data with the person's own key, whose id is the person's id.</summary>
internal static class Personal
{
    public static Sealed<string> Seal<T>(Guid person, T value) =>
        Yhteys.Kernel.Sealing.Seal.With(person, JsonSerializer.Serialize(value, EventJson.Options));

    /// <summary>The value, or null when the person's key has been destroyed.</summary>
    public static T? OpenPersonal<T>(this KeyRing keys, Sealed<string>? sealedText) where T : class =>
        keys.Open(sealedText) is { } text ? JsonSerializer.Deserialize<T>(text, EventJson.Options) : null;
}
