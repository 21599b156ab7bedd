using Yhteys.Cases;
using Yhteys.Kernel;
using Yhteys.Organisation;

namespace Yhteys.Assessment;

/// <summary>Whose school calendar counts: the school may be in another municipality than the home or of another provider, or the calendar may have changed.</summary>
internal static class ChooseSchool
{
    public static readonly FactKind Kind = new("school-chosen", Rights.FactRecord)
    {
        Fields = FactFields.Municipality,
        Decide = c => c.Input.Choice is { } choice && School.Of(choice) is var school && SchoolDays.Closed(c.Calendars) is { } closed
            ? c.Append(new SchoolChosen(c.Matter, school.Municipality, closed, c.Day, c.Register, school.Provider))
            : new SchoolCalendarMissing(),
    };
}
