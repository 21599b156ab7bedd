using Yhteys.Content;
using Yhteys.Kernel;

namespace Yhteys.Organisation;

/// <summary>The unit's service lines become these.</summary>
public sealed record ChangeServiceLines(Guid Unit, IReadOnlyList<string> ServiceLines)
{
    /// <param name="codes">The service lines in force.</param>
    public static Decision Decide(UnitState state, ChangeServiceLines command, ServiceLines codes)
    {
        if (!state.Open) return new UnitNotFound();
        if (command.ServiceLines.FirstOrDefault(l => codes.Line(l) is null) is { } unknown) return new UnknownServiceLine(unknown);
        return state.ServiceLines.ToHashSet(StringComparer.Ordinal).SetEquals(command.ServiceLines)
            ? Decision.Nothing
            : Decision.Append(command.Unit, new ServiceLinesChanged(command.Unit, command.ServiceLines));
    }
}
