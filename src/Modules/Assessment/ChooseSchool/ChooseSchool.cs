using Yhteys.Cases;
using Yhteys.Kernel;
using Yhteys.Organisation;

namespace Yhteys.Assessment;

/// <summary>Whose school calendar counts: the school may be in another municipality than the home, or the calendar may have changed.</summary>
internal static class ChooseSchool
{
    public static readonly FactKind Kind = new("school-chosen", Rights.FactRecord)
    {
        Fields = FactFields.Municipality,
        Decide = c => c.Input.Choice is { } municipality && SchoolDays.Closed(c.Calendars) is { } closed
            ? c.Append(new SchoolChosen(c.Matter, municipality, closed, c.Day, c.Register))
            : new SchoolCalendarMissing(),
    };
}
