using NodaTime;
using Yhteys.Cases.Views;
using Yhteys.Residents.Vault;

namespace Yhteys.Cases;

/// <summary>What a resident sees of a matter.</summary>
internal enum MatterSight
{
    None,

    /// <summary>That the contact arrived: a notifier is not told how a child-welfare notice goes on.</summary>
    Receipt,

    /// <summary>Also the story and the messages.</summary>
    All,
}

internal static class MatterSights
{
    /// <summary>
    /// Their own matter that nobody else raised; one that they raised for somebody whom they still may act for.
    /// </summary>
    public static MatterSight Of(MatterRow matter, Guid resident, PersonRow? person, LocalDate today)
    {
        if (matter.MadeBy is null)
            return matter.Person == resident ? MatterSight.All : MatterSight.None;
        if (matter.MadeBy != resident || person is null || !person.IsRepresentedBy(resident, today))
            return MatterSight.None;
        return matter.ServiceLine == "child_welfare" ? MatterSight.Receipt : MatterSight.All;
    }
}
