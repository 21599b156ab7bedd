using NodaTime;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Organisation.Views;

namespace Yhteys.Organisation;

/// <summary>The unit ends its work; the day is the last one. A day that is ahead can be changed.</summary>
public sealed record CloseUnit(Guid Unit, LocalDate LastDay, long? Seen = null)
{
    /// <param name="codes">The service lines in force.</param>
    /// <param name="units">All units as they are now.</param>
    /// <param name="professionals">Everybody as they are now.</param>
    /// <param name="open">Open matters in the unit by service line.</param>
    /// <param name="times">Offered and booked times in the unit after the last day.</param>
    public static Decision Decide(
        UnitState state, CloseUnit command, ServiceLines codes, IReadOnlyList<UnitRow> units, IReadOnlyList<ProfessionalRow> professionals,
        IReadOnlyDictionary<string, int> open, LocalDate today, int times = 0)
    {
        if (!state.Open) return new UnitNotFound();
        if (state.HasEnded(today)) return new UnitIsClosed();
        if (state.Changed(command.Seen) is { } changed) return changed;
        if (command.LastDay < today) return new UnitClosesInPast();
        if (command.LastDay == state.LastDay) return Decision.Nothing;
        var after = command.LastDay.PlusDays(1);
        var others = units.Where(u => u.Unit != command.Unit).StayStaffed(professionals, after);
        if (state.AlwaysStaffed && !others.AlwaysStaffed().Any()) return new LastAlwaysStaffed("LastDay");
        if (professionals.Where(p => p.Roles.Any(r => r.Unit == command.Unit && r.GoesOn(after))).ToList() is [_, ..] stay) return new RolesGoOn([.. stay.Select(p => p.Name)]);
        if (LineCover.OnlyAt(command.Unit, state.ServiceLines, others).ToList() is [_, ..] alone) return new LinesHaveNoOtherUnit(LineCover.Names(codes, alone));
        // Those of lines that others handle may be moved until the last day.
        var stuck = command.LastDay == today ? open : open.Where(o => LineCover.OnlyAt(command.Unit, [o.Key], others).Any());
        return stuck.Sum(o => o.Value) is > 0 and var matters
            ? new MattersAreOpen(matters)
            : times > 0 ? new TimesAreBooked(times)
            : Decision.Append(command.Unit, new UnitClosed(command.Unit, command.LastDay));
    }
}

/// <summary>The unit goes on: it has no last day any more.</summary>
public sealed record ReopenUnit(Guid Unit, long? Seen = null)
{
    /// <param name="units">All units as they are now: another may have got the name of one that had ended.</param>
    public static Decision Decide(UnitState state, ReopenUnit command, IReadOnlyList<UnitRow> units, LocalDate today) =>
        !state.Open ? new UnitNotFound()
        : state.Changed(command.Seen) is { } changed ? changed
        : state.LastDay is null ? new UnitNotClosed()
        : state.Name is { } name && UnitNameTaken.Among(units, command.Unit, name, state.Municipality, today) is { } taken ? taken with { Where = null }
        : Decision.Append(command.Unit, new UnitReopened(command.Unit));
}
