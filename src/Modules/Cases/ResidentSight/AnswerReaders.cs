using NodaTime;
using Yhteys.Cases.Views;
using Yhteys.Kernel;
using Yhteys.Residents;
using Yhteys.Residents.Vault;

namespace Yhteys.Cases;

/// <summary>Who outside the staff an answer reaches.</summary>
public static class AnswerReaders
{
    /// <summary>Whether somebody reads it in the service: who sees the messages, lives, is old enough to use it alone and has an identity code to sign in with.</summary>
    /// <param name="find">The person of an id.</param>
    public static bool Any(MatterRow matter, PersonRow? person, Func<Guid, PersonRow?> find, LocalDate today) =>
        person is not null && person.Representatives.Select(r => r.Who).Prepend(person.Person).Distinct().Any(who =>
            Sees(matter, who, person, today) && (who == person.Person ? person : find(who)) is { CodeKey: not null, DiedOn: null } reader
            && reader.AgeOn(today) is null or >= RepresentativeKinds.AloneFrom);

    /// <summary>The same of what the writer's transaction holds now.</summary>
    public static bool Any(Work work, Guid matter, LocalDate today) =>
        work.Row<MatterRow>(matter) is { } row && Any(row, work.Row<PersonRow>(row.Person), who => work.Row<PersonRow>(who), today);

    /// <summary>Who made the contact for the person and is answered: null when nobody did, or when the matter has been kept from them since.</summary>
    public static PersonRow? Maker(MatterRow matter, PersonRow person, Func<Guid, PersonRow?> find, LocalDate today) =>
        matter.MadeBy is { } by && Sees(matter, by, person, today) ? find(by) : null;

    private static bool Sees(MatterRow matter, Guid who, PersonRow person, LocalDate today) =>
        MatterSights.Of(matter, who, person, notifier: false, today) == MatterSight.All;
}
