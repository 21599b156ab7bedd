using Yhteys.Access;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;

namespace Yhteys.Cases;

/// <summary>Child welfare (lastensuojelu, act 417/2007): who may come near its matters.</summary>
public static class ChildWelfare
{
    /// <summary>Code of the service line.</summary>
    public const string Line = "child_welfare";

    /// <summary>
    /// Only social workers of a unit that handles child welfare: not other units, not health care even with the client's permission,
    /// not the manager's lists.
    /// </summary>
    /// <param name="unit">The unit in whose name the role acts.</param>
    public static bool MayHandle(string role, UnitRow? unit) => role == Roles.SocialWorker && unit?.ServiceLines.Contains(Line) == true;

    /// <summary>Whether a fact judges a child's urgency: by a social worker only (LSL 26 § 2 mom).</summary>
    public static bool Judges(ClockFact fact) => fact is { Fact: "need_assessed" or "assessment_started", Profession: "social_worker" };
}
