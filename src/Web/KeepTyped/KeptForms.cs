using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Yhteys.Web.KeepTyped;

/// <summary>
/// Keeps what was typed when a session ended: encrypted, for 30 minutes, for the same person only. It travels in the
/// sign-in form itself, so no node holds it and nothing is left behind.
/// </summary>
internal sealed class KeptForms(IDataProtectionProvider protection, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    public string Keep(KeptForm form, Guid person) =>
        Protector(person).Protect(JsonSerializer.Serialize(form), time.GetUtcNow() + Lifetime);

    /// <summary>The form, or null when it is another person's, too old or not ours.</summary>
    public KeptForm? Open(string kept, Guid person)
    {
        try
        {
            var form = Protector(person).Unprotect(kept, out var until);
            return time.GetUtcNow() < until ? JsonSerializer.Deserialize<KeptForm>(form) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private ITimeLimitedDataProtector Protector(Guid person) =>
        protection.CreateProtector("Yhteys.KeptForm", person.ToString()).ToTimeLimitedDataProtector();
}
