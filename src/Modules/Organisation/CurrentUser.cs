using System.Security.Claims;
using Yhteys.Kernel;

namespace Yhteys.Organisation;

/// <summary>The person who is signed in, in the role in which they act now. The host makes it from the sign-in; modules read it.</summary>
/// <param name="Unit">Unit of work; null for residents and for those who work for the whole county.</param>
/// <param name="Person">The resident's own person; null for staff.</param>
/// <param name="Name">Name to show on the screen.</param>
public sealed record CurrentUser(Guid Id, string Role, Guid? Unit, Guid? Person, string Name)
{
    private const string RoleClaim = "yhteys:role", UnitClaim = "yhteys:unit", PersonClaim = "yhteys:person";

    public bool IsResident => Role == Roles.Resident;

    /// <summary>The actor of this user's commands; a resident acts as their own person.</summary>
    public Actor Actor => IsResident ? new("person", Person ?? Id, Role) : new("staff", Id, Role, Unit);

    public bool May(string right) => Rights.May(Role, right);

    public bool May(string right, string register) => Rights.May(Role, right, register);

    /// <summary>The signed-in user of a request; null when nobody is signed in.</summary>
    public static CurrentUser? Of(ClaimsPrincipal? principal)
    {
        if (principal?.Identity?.IsAuthenticated != true || IdIn(principal, ClaimTypes.NameIdentifier) is not { } id)
            return null;
        return new(
            id, principal.FindFirstValue(RoleClaim) ?? "", IdIn(principal, UnitClaim), IdIn(principal, PersonClaim),
            principal.Identity.Name ?? "");
    }

    /// <summary>The claims that <see cref="Of"/> reads.</summary>
    public ClaimsPrincipal ToPrincipal(string scheme)
    {
        var identity = new ClaimsIdentity(scheme, ClaimTypes.Name, RoleClaim);
        identity.AddClaim(new(ClaimTypes.NameIdentifier, Id.ToString()));
        identity.AddClaim(new(ClaimTypes.Name, Name));
        identity.AddClaim(new(RoleClaim, Role));
        if (Unit is { } unit)
            identity.AddClaim(new(UnitClaim, unit.ToString()));
        if (Person is { } person)
            identity.AddClaim(new(PersonClaim, person.ToString()));
        return new(identity);
    }

    private static Guid? IdIn(ClaimsPrincipal principal, string claim) =>
        Guid.TryParse(principal.FindFirstValue(claim), out var id) ? id : null;
}
