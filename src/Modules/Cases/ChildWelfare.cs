using Yhteys.Access;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;

namespace Yhteys.Cases;

/// <summary>Child welfare (lastensuojelu, act 417/2007): who may come near its matters.</summary>
public static class ChildWelfare
{
    /// <summary>Code of the service line.</summary>
    public const string Line = "child_welfare";

    private const string SocialWorker = "social_worker";

    /// <summary>
    /// Only social workers of a unit that handles child welfare: not other units, not health care even with the client's permission,
    /// not the manager's lists.
    /// </summary>
    /// <param name="unit">The unit in whose name the role acts.</param>
    public static bool MayHandle(string role, UnitRow? unit) => role == Roles.SocialWorker && unit?.ServiceLines.Contains(Line) == true;

    /// <summary>Whether a fact judges a child's urgency: by a social worker only (LSL 26 § 2 mom).</summary>
    public static bool Judges(ClockFact fact) => fact is { Fact: "need_assessed", Profession: SocialWorker };

    /// <summary>Whether the matter is one of child welfare whose need nobody has begun to assess (SHL 36 §, LSL 26 § 2 mom).</summary>
    public static bool Unassessed(string serviceLine, IEnumerable<ClockFact>? facts) => serviceLine == Line && facts?.Any(fact => fact.Fact == "assessment_started") != true;

    /// <summary>Whether a fact answers a child's matter: the urgency is judged, or the assessment has begun at once.</summary>
    public static bool Answers(ClockFact fact) => Judges(fact) || fact is { Fact: "assessment_started", Profession: SocialWorker };
}
