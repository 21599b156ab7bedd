namespace Yhteys.Access.Escalation;

/// <summary>Names of the inboxes that tasks come to: one person's, all handlers' of a unit in a register, a unit lead's, the director's.</summary>
internal static class Inboxes
{
    public const string Director = "director";

    public static string Person(Guid professional) => $"person:{professional:N}";

    public static string Handlers(Guid unit, string register) => $"unit:{unit:N}:{register}";

    public static string Lead(Guid unit) => $"lead:{unit:N}";

    /// <summary>Where a task goes. Without anybody nearer it is the director's.</summary>
    public static string Of(string to, Guid? unit, Guid? handler, string register) => (to, unit, handler) switch
    {
        (Recipients.Handler, _, { } person) => Person(person),
        (Recipients.Handler, { } at, null) => Handlers(at, register),
        (Recipients.UnitLead, { } at, _) => Lead(at),
        _ => Director,
    };
}

/// <summary>Whom a step names.</summary>
internal static class Recipients
{
    public const string Handler = "handler";
    public const string UnitLead = "unit_lead";
    public const string Director = "director";
}
