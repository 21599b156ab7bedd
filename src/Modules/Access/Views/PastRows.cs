using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Kernel.Storage;

namespace Yhteys.Access.Views;

/// <summary>How a board looks back: which days of knowledge a row belongs to.</summary>
internal enum PastAxis
{
    /// <summary>The days are the same either way: everything was recorded on the day on which it happened.</summary>
    Both,

    /// <summary>By what had been recorded by the end of the day.</summary>
    Recorded,

    /// <summary>By what is known now to have happened by the end of the day.</summary>
    Happened,
}

/// <summary>All that was known of a matter, day by day: the other rows follow from it and the law.</summary>
internal sealed record PastFileRow(Guid Matter, MatterPast Past);

/// <summary>Something of the matter waited, in the same way, from one day until another.</summary>
/// <param name="Axis">A number of <see cref="PastAxis"/>.</param>
/// <param name="Level">By length: rows of level n lasted over 2ⁿ⁻¹ and at most 2ⁿ days, so that those of a day are found from a few starts.</param>
/// <param name="KnownUntil">The first day on which it no longer holds; null while it does.</param>
[Index("Level", "KnownFrom", "KnownUntil", "Axis", "Unit", "ServiceLine", "Register", "Immediate", "Strict", "LastInTime", "ContactOn")]
internal sealed record PastWaitRow(
    string Id, Guid Matter, int Axis, int Level, LocalDate KnownFrom, LocalDate? KnownUntil, Guid? Unit, string ServiceLine, string Register, bool Immediate,
    LocalDate? Strict, LocalDate? LastInTime, LocalDate ContactOn, LocalDate? HandledOn);

/// <summary>The way of the matter from contact to first care, as it was known from one day until another; only when something had been done.</summary>
[Index("CareOn", "KnownFrom", "KnownUntil", "Axis", "Unit", "ServiceLine", "Register", "WaitAssessed", "WaitContact")]
[Index("HandledOn", "KnownFrom", "KnownUntil", "Axis", "Unit", "ServiceLine", "Register", "AtFirstContact")]
internal sealed record PastCareRow(
    string Id, Guid Matter, int Axis, LocalDate KnownFrom, LocalDate? KnownUntil, Guid? Unit, string ServiceLine, string Register, LocalDate ContactOn,
    LocalDate? HandledOn, LocalDate? CareOn, int? WaitAssessed, int? WaitContact, bool AtFirstContact);

/// <summary>A clock whose limit was settled, as it was known from one day until another.</summary>
[Index("SettledOn", "KnownFrom", "KnownUntil", "Axis", "Unit", "ServiceLine", "Register", "Kind", "Promised", "InTime")]
internal sealed record PastSettledRow(
    string Id, Guid Matter, int Axis, LocalDate KnownFrom, LocalDate? KnownUntil, Guid? Unit, string ServiceLine, string Register, string Rule, RuleKind Kind,
    bool Promised, LocalDate SettledOn, bool InTime);
