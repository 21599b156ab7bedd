using static Yhteys.Organisation.Registers;
using static Yhteys.Organisation.Roles;

namespace Yhteys.Organisation;

/// <summary>
/// Which role may do what in which register (Act on the Processing of Client Data 703/2023: access by duties). The care relation
/// to a person is asked beside this, never instead of it.
/// </summary>
public static class Rights
{
    /// <summary>Look up a person's identity card and record a contact for any register.</summary>
    public const string ContactRecord = "contact.record";

    /// <summary>See the rows of a worklist.</summary>
    public const string MatterList = "matter.list";

    /// <summary>Open a matter and its history.</summary>
    public const string MatterRead = "matter.read";

    /// <summary>Take, answer, refer and close a matter.</summary>
    public const string MatterHandle = "matter.handle";

    public const string NeedAssessHealth = "need.assess.health";
    public const string NeedAssessSocial = "need.assess.social";

    /// <summary>Make a decision on a social service.</summary>
    public const string DecisionMake = "decision.make";

    /// <summary>Record what was done in a matter: a visit, an examination, an offered conversation, an application that arrived.</summary>
    public const string FactRecord = "fact.record";

    /// <summary>Give more time on a ground that the act knows.</summary>
    public const string LimitExtend = "limit.extend";

    /// <summary>Place a child urgently and end the placement (LSL 38 §).</summary>
    public const string PlacementDecide = "placement.decide";

    /// <summary>Correct what one has recorded oneself.</summary>
    public const string FactCorrect = "fact.correct";

    /// <summary>Correct what anybody has recorded in the matters of the unit.</summary>
    public const string FactSupervise = "fact.supervise";

    public const string AppointmentOffer = "appointment.offer";

    /// <summary>Open and close times of any professional of the unit.</summary>
    public const string ScheduleManage = "schedule.manage";

    /// <summary>See the unit's schedule, and open and close one's own times.</summary>
    public const string ScheduleOwn = "schedule.own";

    public const string BoardRead = "board.read";

    /// <summary>Look at the figures of a period before they are published, and publish them.</summary>
    public const string FiguresPublish = "figures.publish";

    /// <summary>Read who has looked at whose data.</summary>
    public const string ReadLogAudit = "readlog.audit";

    /// <summary>Open data without a care relation, with a stated reason, flagged.</summary>
    public const string BreakGlass = "break.glass";

    /// <summary>Open one field of a person under non-disclosure, with a reason.</summary>
    public const string NonDisclosureOpen = "nondisclosure.open";

    /// <summary>See alarms of danger that concern one's unit.</summary>
    public const string AlarmSee = "alarm.see";

    /// <summary>See and change one's own data and matters.</summary>
    public const string ResidentSelf = "resident.self";

    public const string OrganisationManage = "organisation.manage";

    /// <summary>See how sure the rules are and which versions have been in use.</summary>
    public const string LawRead = "law.read";

    /// <summary>Make drafts of rules and settings, and count what they would do.</summary>
    public const string LawTry = "law.try";

    /// <summary>Take rules, promises and settings into use.</summary>
    public const string LawTake = "law.take";

    /// <summary>See how the law was applied to a matter, without a care relation and without the person's name.</summary>
    public const string LawAudit = "law.audit";

    /// <summary>See one's tasks of times that run out, and say what will be done about them.</summary>
    public const string TaskHandle = "task.handle";

    private static readonly string[] Care =
        [TaskHandle, MatterList, MatterRead, MatterHandle, AppointmentOffer, ScheduleOwn, BreakGlass, NonDisclosureOpen, AlarmSee, FactRecord, FactCorrect];

    private static readonly HashSet<(string Role, string Right, string Register)> Table =
    [
        .. Give(Resident, [ResidentSelf], Health, Social),
        .. Give(GuidanceNurse, [ContactRecord], Health, Social),
        .. Give(GuidanceNurse, [.. Care, NeedAssessHealth], Health),
        .. Give(Doctor, [ContactRecord], Health, Social),
        .. Give(Doctor, [.. Care, NeedAssessHealth, LimitExtend], Health),
        .. Give(Dentist, [ContactRecord], Health, Social),
        .. Give(Dentist, [.. Care, NeedAssessHealth, LimitExtend], Health),
        .. Give(SocialWorker, [ContactRecord], Health, Social),
        .. Give(SocialWorker, [.. Care, NeedAssessSocial, DecisionMake, LimitExtend, PlacementDecide], Social),
        .. Give(UnitManager, [TaskHandle, BoardRead, MatterList, ScheduleManage, ScheduleOwn, AlarmSee, FactCorrect, FactSupervise], Health, Social),
        .. Give(CountyDirector, [TaskHandle, BoardRead, FiguresPublish, AlarmSee], Health, Social),
        .. Give(Auditor, [ReadLogAudit], Health, Social),
        .. Give(Admin, [OrganisationManage]),
        .. Give(UnitManager, [LawTry], Health, Social),
        .. Give(CountyDirector, [LawTry, LawTake], Health, Social),
        .. Give(Auditor, [LawAudit], Health, Social),
        .. Give(Admin, [LawTry, LawTake]),
        .. Roles.All.Where(role => role != Resident).SelectMany(role => Give(role, [LawRead], Health, Social)),
    ];

    /// <summary>Whether the role has the right in any register.</summary>
    public static bool May(string role, string right) => Table.Contains((role, right, None));

    /// <summary>Whether the role has the right in the register.</summary>
    public static bool May(string role, string right, string register) => Table.Contains((role, right, register));

    /// <summary>The registers in which the role has the right: health, social, both or neither.</summary>
    public static IEnumerable<string> RegistersOf(string role, string right) =>
        new[] { Health, Social }.Where(r => May(role, right, r));

    private static IEnumerable<(string, string, string)> Give(string role, string[] rights, params string[] registers) =>
        from right in rights from register in registers.Append(None) select (role, right, register);
}
