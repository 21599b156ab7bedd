using Yhteys.Kernel;
using Yhteys.Kernel.Views;

namespace Yhteys.Organisation.Views;

/// <summary>Units, professionals with their roles, and school calendars as they are now.</summary>
internal sealed class OrganisationView : View
{
    public override string Name => "organisation";

    public override int Version => 7;

    public override IReadOnlyList<Type> Rows => [typeof(UnitRow), typeof(ProfessionalRow), typeof(SchoolCalendarRow)];

    public override bool Handles(Type eventType) => eventType.Assembly == typeof(OrganisationView).Assembly;

    public override void Fold(Recorded recorded, IRows rows)
    {
        switch (recorded.Event)
        {
            case UnitOpened e:
                rows.Put(new UnitRow(e.Unit, e.Name, e.Kind, e.Municipality, e.ServiceLines, e.AlwaysStaffed, e.OpenedOn, e.Phone, null));
                break;
            case ServiceLinesChanged e:
                Change<UnitRow>(rows, e.Unit, u => u with { ServiceLines = e.ServiceLines });
                break;
            case UnitDetailsChanged e:
                Change<UnitRow>(rows, e.Unit, u => u with { Name = e.Name ?? u.Name, Phone = e.PhoneAfter(u.Phone), AlwaysStaffed = e.AlwaysStaffed ?? u.AlwaysStaffed });
                break;
            case UnitClosed e:
                Change<UnitRow>(rows, e.Unit, u => u with { LastDay = e.LastDay });
                break;
            case UnitReopened e:
                Change<UnitRow>(rows, e.Unit, u => u with { LastDay = null });
                break;
            case UnitAddressSet e:
                Change<UnitRow>(rows, e.Unit, u => u with { Address = e.Address });
                break;
            case OpeningHoursSet e:
                Change<UnitRow>(rows, e.Unit, u => u with { Hours = e.Hours });
                break;
            case DayHoursSet e:
                Change<UnitRow>(rows, e.Unit, u => u with { Days = DayHours.With(u.Days ?? [], e) });
                break;
            case DayHoursRemoved e:
                Change<UnitRow>(rows, e.Unit, u => u with { Days = DayHours.Without(u.Days ?? [], e.Day) });
                break;
            case ProfessionalAppointed e:
                rows.Put(new ProfessionalRow(e.Professional, e.GivenName, e.Surname, e.Profession, e.Licence, e.AppointedOn, []));
                break;
            case RoleGranted e:
                Change<ProfessionalRow>(rows, e.Professional, p => p with { Roles = [.. p.Roles, new HeldRole(e.Unit, e.Role, e.FirstDay)] });
                break;
            case RoleEnded e:
                Change<ProfessionalRow>(rows, e.Professional, p => p with { Roles = HeldRole.End(p.Roles, e) });
                break;
            case SchoolCalendarSet e:
                rows.Put(new SchoolCalendarRow($"{new School(e.Municipality, e.Provider).Key}/{e.SchoolYear}", e.Municipality, e.SchoolYear, e.FirstDay, e.LastDay, e.Breaks, e.Provider));
                break;
        }
    }

    private static void Change<T>(IRows rows, Guid key, Func<T, T> change) where T : class
    {
        if (rows.Get<T>(key) is { } row) rows.Put(change(row));
    }
}
