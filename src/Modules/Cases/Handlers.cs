using NodaTime;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;

namespace Yhteys.Cases;

/// <summary>Who has taken a matter keeps it as long as they can handle it.</summary>
public static class Handlers
{
    /// <summary>Whether the last role by which the handler could handle the matter has ended, so that they will not let it go themselves.</summary>
    /// <param name="handler">Null when nobody has taken it.</param>
    /// <param name="unit">The unit whose matter it is; one of another unit handles it in that one's name.</param>
    public static bool HasLeft(ProfessionalRow? handler, Guid unit, string register, LocalDate today)
    {
        if (handler is null)
            return false;
        var handling = handler.Roles.Where(r => r.FirstDay <= today && Rights.May(r.Role, Rights.MatterHandle, register)).ToList();
        var here = handling.FindAll(r => r.Unit == unit);
        return !(here.Count > 0 ? here : handling).Exists(r => r.GoesOn(today));
    }
}
