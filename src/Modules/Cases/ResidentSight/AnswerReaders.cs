using NodaTime;
using Yhteys.Cases.Views;
using Yhteys.Kernel;
using Yhteys.Residents.Vault;

namespace Yhteys.Cases;

/// <summary>Who outside the staff can read what is written in a matter: whoever sees its messages and has an identity code to sign in with.</summary>
public static class AnswerReaders
{
    /// <param name="find">The person of an id.</param>
    public static bool Any(MatterRow matter, PersonRow? person, Func<Guid, PersonRow?> find, LocalDate today) =>
        person is not null && person.Representatives.Select(r => r.Who).Prepend(person.Person).Distinct().Any(who =>
            MatterSights.Of(matter, who, person, notifier: false, today) == MatterSight.All && (who == person.Person ? person : find(who))?.CodeKey is not null);

    /// <summary>The same of what the writer's transaction holds now.</summary>
    public static bool Any(Work work, Guid matter, LocalDate today) =>
        work.Row<MatterRow>(matter) is { } row && Any(row, work.Row<PersonRow>(row.Person), who => work.Row<PersonRow>(who), today);
}
