using Yhteys.Cases.Views;
using Yhteys.Residents.ReadLog;

namespace Yhteys.Cases;

/// <summary>Tells the read log of screens that show matters.</summary>
public static class MatterReads
{
    /// <summary>The person may not know of the matter yet, so not of those who read it either: <see cref="MatterSights"/>.</summary>
    public static bool Unreleased(this MatterRow matter) => Unreleased(matter.Notice, matter.MadeBy, matter.ReleasedToPerson);

    /// <summary>The same by the columns alone.</summary>
    public static bool Unreleased(bool notice, Guid? madeBy, bool releasedToPerson) => !releasedToPerson && (notice || madeBy is not null);

    /// <summary>As <see cref="Matter.SeenByNobody"/>.</summary>
    public static bool SeenByNobody(this MatterRow matter) => matter.Notice && !matter.ReleasedToPerson && matter.Guardians != true;

    /// <summary>An entry of a screen that shows one matter; withheld from the person while the matter is.</summary>
    public static Task Record(this ReadLogBook log, ReadEntry entry, MatterRow matter) => log.Record(entry, matter.Unreleased());
}
