using NodaTime;
using Yhteys.Cases.Views;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;

namespace Yhteys.Cases;

/// <summary>Who sees an alarm of danger, and who may take it on.</summary>
public static class AlarmAudience
{
    /// <summary>Whether everybody of the second circle sees it: nobody has acknowledged it in time, or no unit is always staffed.</summary>
    /// <param name="after">How long the alarmed unit has it alone; a county setting.</param>
    public static bool Spread(AlarmRow alarm, Instant now, Duration after) => alarm.Unit == Roles.WholeCounty || now - alarm.RaisedAt >= after;

    /// <param name="unit">The reader's unit; null for one who works for the whole county.</param>
    public static bool Sees(AlarmRow alarm, CurrentUser reader, UnitRow? unit, Instant now, Duration after)
    {
        if (!reader.May(Rights.AlarmSee)) return false;
        if (alarm.Unit == Roles.WholeCounty) return true;
        if (unit?.Unit == alarm.Unit) return true;
        return Spread(alarm, now, after) && (unit?.AlwaysStaffed == true || reader.Role == Roles.CountyDirector);
    }

    /// <summary>Only one who may also help: the role handles matters of the register, and child welfare when it is that.</summary>
    public static bool MayAcknowledge(AlarmRow alarm, string serviceLine, CurrentUser reader, UnitRow? unit) =>
        reader.Unit is not null && reader.May(Rights.MatterHandle, alarm.Register)
        && (serviceLine != ChildWelfare.Line || ChildWelfare.MayHandle(reader.Role, unit));
}
