using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Yhteys.Organisation;
using Yhteys.Web.SignIn;

namespace Yhteys.Web.KeepTyped;

/// <summary>
/// Whose page a form was drawn on, in a mark that only we can have written. When no session tells it any more (signed out in another tab, browser opened
/// anew), what was typed is still kept for that person.
/// </summary>
internal sealed class FormOwner(IDataProtectionProvider protection)
{
    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("Yhteys.FormOwner").ToTimeLimitedDataProtector();

    /// <summary>Null when nobody has signed in.</summary>
    public string? Mark(CurrentUser? user) => user is null ? null : _protector.Protect(user.Id.ToString("N"), Session.Longest);

    /// <summary>Null for a form without a mark of ours.</summary>
    public Guid? Of(IFormCollection form)
    {
        try
        {
            return form[Ui.PageFrame.OwnerField].FirstOrDefault() is { Length: > 0 } mark ? Guid.ParseExact(_protector.Unprotect(mark), "N") : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
