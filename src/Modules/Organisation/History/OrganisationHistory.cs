using Microsoft.Extensions.Localization;
using NodaTime;
using Yhteys.Calendar;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Organisation.Municipalities;
using Yhteys.Organisation.Views;
using Yhteys.Ui;

namespace Yhteys.Organisation;

/// <summary>One change as the page tells it.</summary>
public sealed record HistoryLine(Instant At, string What, string By);

/// <summary>What has been changed of a unit, a professional or a municipality's school years, and by whom, in the reader's language.</summary>
internal sealed class OrganisationHistory(OrganisationQueries organisation, ContentStore content, PageFrame frame, IStringLocalizer<Texts> texts)
{
    /// <summary>The newest first.</summary>
    /// <param name="stream">The events of one stream, the oldest first.</param>
    public IReadOnlyList<HistoryLine> Of(IReadOnlyList<Recorded> stream)
    {
        IReadOnlyList<string> handled = [];
        var lines = new List<HistoryLine>();
        foreach (var recorded in stream)
        {
            var what = recorded.Event switch
            {
                ServiceLinesChanged changed => Changed(handled, changed.ServiceLines),
                UnitReopened => Reopened(stream, recorded),
                RoleEnded ended => Told(ended, Begun(stream, recorded, ended)),
                var other => Told(other, null),
            };
            handled = recorded.Event switch { UnitOpened e => e.ServiceLines, ServiceLinesChanged e => e.ServiceLines, _ => handled };
            if (what is not null)
                lines.Insert(0, new(recorded.HappenedAt, what, organisation.Professional(recorded.Actor.Id)?.Name ?? texts["History.System"]));
        }

        return lines;
    }

    // The first day of the role that the event ends.
    private static LocalDate? Begun(IReadOnlyList<Recorded> stream, Recorded at, RoleEnded ended) => stream.TakeWhile(r => r != at)
        .Select(r => r.Event).OfType<RoleGranted>().LastOrDefault(g => g.Unit == ended.Unit && g.Role == ended.Role)?.FirstDay;

    // Both days: a closing that never came is taken back, and after one that did the unit was away.
    private string Reopened(IReadOnlyList<Recorded> stream, Recorded at)
    {
        var last = stream.TakeWhile(r => r != at).Select(r => r.Event).OfType<UnitClosed>().LastOrDefault()?.LastDay;
        var from = FinnishTime.Day(at.HappenedAt);
        return last is { } day ? texts[day < from ? "History.ReopenedAfter" : "History.ClosingTakenBack", Fi.Date(day), Fi.Date(from)] : texts["History.Reopened"];
    }

    private string? Told(IEvent happened, LocalDate? begun) => happened switch
    {
        UnitOpened e => texts["History.Opened", Fi.Date(e.OpenedOn), Names(e.ServiceLines)].Value,
        UnitDetailsChanged e => string.Join(". ", Details(e)),
        UnitClosed e => texts["History.Closed", Fi.Date(e.LastDay)].Value,
        UnitAddressSet e => texts["History.Address", e.Address.In(frame.Language)].Value,
        OpeningHoursSet e => texts["History.Hours", HoursText.Week(e.Hours)].Value,
        DayHoursSet e => texts["History.DayHours", Fi.Date(e.Day), e.Spans.Count == 0 ? texts["Unit.Closed"] : HoursText.Of(e.Spans)].Value,
        DayHoursRemoved e => texts["History.DayHoursRemoved", Fi.Date(e.Day)].Value,
        ProfessionalAppointed e => texts["History.Appointed", Fi.Date(e.AppointedOn), Profession(e.Profession)].Value,
        RoleGranted e => texts["History.RoleGranted", texts[$"role.{e.Role}"], UnitName(e.Unit), Fi.Date(e.FirstDay)].Value,
        RoleEnded e when begun is { } first && e.LastDay < first => texts["History.RoleTakenBack", texts[$"role.{e.Role}"], UnitName(e.Unit)].Value,
        RoleEnded e => texts["History.RoleEnded", texts[$"role.{e.Role}"], UnitName(e.Unit), Fi.Date(e.LastDay)].Value,
        SchoolCalendarSet e => texts["History.SchoolYear", SchoolYearsView.Name(MunicipalityRegister.Name(e.Municipality, frame.Language) ?? e.Municipality, e.Provider), e.SchoolYear].Value,
        _ => null,
    };

    private IEnumerable<string> Details(UnitDetailsChanged changed)
    {
        if (changed.Name is { } name) yield return texts["History.Name", string.Join(" · ", new[] { name.Fi, name.Sv, name.En }.Distinct())];
        if (changed.Phone is { } phone) yield return phone.Length == 0 ? texts["History.PhoneGone"] : texts["History.Phone", phone];
        if (changed.AlwaysStaffed is { } always) yield return always ? texts["History.AlwaysStaffed"] : texts["History.NotAlwaysStaffed"];
    }

    private string Changed(IReadOnlyList<string> before, IReadOnlyList<string> after) => (before.Except(after).ToList(), after.Except(before).ToList()) switch
    {
        ([], var more) => texts["History.LinesAdded", Names(more)],
        (var fewer, []) => texts["History.LinesLeft", Names(fewer)],
        var (fewer, more) => texts["History.LinesChanged", Names(more), Names(fewer)],
    };

    private string Names(IReadOnlyList<string> lines) => lines.Count == 0 ? "–" : string.Join(", ", lines.Select(l => content.Current.Services.Line(l)?.Name.In(frame.Language) ?? l));

    private string Profession(string code) => content.Current.Services.Profession(code)?.Name.In(frame.Language) ?? code;

    private string UnitName(Guid unit) => unit == Roles.WholeCounty ? texts["WholeCounty"] : organisation.Unit(unit)?.Name.In(frame.Language) ?? "–";
}
