using NodaTime;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Organisation.Views;

namespace Yhteys.Organisation;

/// <summary>The unit's service lines become these.</summary>
/// <param name="Sure">Also when no other unit handles what this one leaves.</param>
public sealed record ChangeServiceLines(Guid Unit, IReadOnlyList<string> ServiceLines, bool Sure = false, long? Seen = null)
{
    /// <param name="codes">The service lines in force.</param>
    /// <param name="units">All units as they are now.</param>
    public static Decision Decide(UnitState state, ChangeServiceLines command, ServiceLines codes, IReadOnlyList<UnitRow> units, LocalDate today)
    {
        if (!state.Open) return new UnitNotFound();
        if (state.HasEnded(today)) return new UnitIsClosed();
        if (state.Changed(command.Seen) is { } changed) return changed;
        if (command.ServiceLines.FirstOrDefault(l => codes.Line(l) is null) is { } unknown) return new UnknownServiceLine(unknown);
        if (state.ServiceLines.ToHashSet(StringComparer.Ordinal).SetEquals(command.ServiceLines)) return Decision.Nothing;
        var alone = LineCover.OnlyAt(command.Unit, state.ServiceLines.Except(command.ServiceLines, StringComparer.Ordinal), units).ToList();
        return alone.Count > 0 && !command.Sure
            ? new LinesLeftAlone(LineCover.Names(codes, alone))
            : Decision.Append(command.Unit, new ServiceLinesChanged(command.Unit, command.ServiceLines));
    }
}
