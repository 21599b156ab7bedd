using NodaTime;
using Yhteys.Cases.Views;
using Yhteys.Residents;
using Yhteys.Residents.Vault;

namespace Yhteys.Cases;

/// <summary>What somebody outside the county's staff sees of a matter.</summary>
public enum MatterSight
{
    None,

    /// <summary>That it arrived, and nothing of how it goes on.</summary>
    Receipt,

    /// <summary>The story and the messages; may also write.</summary>
    All,
}

/// <summary>
/// Who sees what. A matter raised by others appears to the person only after a professional releases it. Guardians see the matters of a
/// child under 12; a contact that a minor of 12 or more makes alone is hidden from them until a professional decides (act 785/1992, 9 § 2;
/// act 812/2000, 11 §: so in both registers). A child-welfare matter is released to guardians by a professional alone (act 417/2007).
/// </summary>
public static class MatterSights
{
    /// <summary>Whether a contact that somebody of this age makes alone is hidden from guardians until a professional decides.</summary>
    public static bool MayBeHidden(int? age) => age is >= RepresentativeKinds.AloneFrom and < RepresentativeKinds.OfAge;

    /// <param name="person">Whom the matter concerns; null when forgotten.</param>
    /// <param name="notifier">The reader made it as a notice of worry.</param>
    /// <param name="today">A grown-up's matters are no longer a guardian's, whenever they were raised.</param>
    public static MatterSight Of(MatterRow matter, Guid reader, PersonRow? person, bool notifier, LocalDate today)
    {
        if (person is null) return MatterSight.None;
        var sight = reader == person.Person ? OfPerson(matter)
            : person.IsGuardedBy(reader, today) ? OfGuardian(matter, reader, person, today)
            : person.IsRepresentedBy(reader, today) ? OfMaker(matter, reader)
            : MatterSight.None;
        return sight == MatterSight.None && notifier ? MatterSight.Receipt : sight;
    }

    /// <summary>
    /// Whether the reader may see where and when the person meets the county: always on one's own pages, since one must know where to come; in the
    /// place of another not when anyone concerned is under non-disclosure.
    /// </summary>
    /// <param name="concerned">The person, those who may act for the person, and who made the contact.</param>
    public static bool Place(Guid reader, Guid person, IEnumerable<PersonRow> concerned) => reader == person || !concerned.Any(p => p.NonDisclosure);

    private static MatterSight OfPerson(MatterRow matter) =>
        matter.Unreleased() ? MatterSight.None : MatterSight.All;

    private static MatterSight OfGuardian(MatterRow matter, Guid reader, PersonRow child, LocalDate today) => matter switch
    {
        { Guardians: true } => MatterSight.All,
        { Guardians: false } or { Notice: true } or { ServiceLine: ChildWelfare.Line } => Made(matter, reader) ? MatterSight.Receipt : MatterSight.None,
        // An unknown age counts as old enough.
        { MadeBy: null } => matter.Age < RepresentativeKinds.AloneFrom ? MatterSight.All : MatterSight.None,
        { MadeBy: { } by } => by == reader || child.IsGuardedBy(by, today) ? MatterSight.All : MatterSight.None,
    };

    // A mandate or a legal guardianship of an adult shows what was done by it, not all else of the person. What was kept from a parent stays kept when they come to hold one.
    private static MatterSight OfMaker(MatterRow matter, Guid reader) =>
        !Made(matter, reader) ? MatterSight.None : matter.ServiceLine == ChildWelfare.Line || matter.Guardians == false ? MatterSight.Receipt : MatterSight.All;

    private static bool Made(MatterRow matter, Guid reader) => !matter.Notice && matter.MadeBy == reader;
}
