using NodaTime;
using Yhteys.Calendar;
using Yhteys.Content;
using Yhteys.Organisation.Views;

namespace Yhteys.Cases;

/// <summary>Where a notice goes: the service line by age, and a unit that handles it.</summary>
internal static class NoticeWay
{
    /// <summary>The age from which the act on services for older people is asked first (act 980/2012 25 §: the old-age pension age).</summary>
    private const int OlderFrom = 65;

    public static (ServiceLine? Line, UnitRow? Unit) Of(
        NoticeAbout about, bool danger, ServiceLines services, IReadOnlyList<UnitRow> units, OfficeHours office, Instant now)
    {
        string[] lines = about.IsChild ? [ChildWelfare.Line] : about.Age >= OlderFrom ? ["older_people", "adult_social"] : ["adult_social"];
        foreach (var id in lines)
            if (services.Line(id) is { } line && ChooseUnit.At(now, line, units, office, danger && about.IsChild, about.Municipality) is { } unit)
                return (line, unit);
        return (null, null);
    }
}
