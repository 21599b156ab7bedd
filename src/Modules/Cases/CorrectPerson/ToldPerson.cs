using Yhteys.Cases.Views;
using Yhteys.Content;
using Yhteys.Residents.Identity;
using Yhteys.Residents.Vault;
using Yhteys.Ui;

namespace Yhteys.Cases;

/// <summary>What is known of one of two who may be the same person.</summary>
/// <param name="Born">Day of birth; null when not known.</param>
/// <param name="Age">In years on the day of the contact.</param>
public sealed record ToldPerson(PersonName? Name, NodaTime.LocalDate? Born, int? Age)
{
    private const int GrownUp = 18;

    /// <summary>As the matter tells of its temporary person.</summary>
    public static ToldPerson Of(MatterRow matter, PersonRow person, People people) => new(people.NameOf(person), person.BirthDate, matter.Age);

    /// <summary>As the vault tells of who has the code.</summary>
    public static ToldPerson Known(MatterRow matter, PersonRow holder, People people) => new(people.NameOf(holder), holder.BirthDate, holder.AgeOn(matter.Clock.Subject.Opened));

    /// <summary>
    /// Names or days of birth say that these are two persons. What was not told says nothing; a name is the same whatever its case, accents, order and
    /// the given names left out; without a day of birth one of them is a child and the other is not.
    /// </summary>
    public bool DiffersFrom(ToldPerson other) => NamesDiffer(Name, other.Name)
        || (Born is { } born && other.Born is { } day && born != day)
        || ((Born is null || other.Born is null) && Age is { } age && other.Age is { } years && age < GrownUp != years < GrownUp);

    /// <summary>Name and day of birth, else age, as far as known.</summary>
    public string Said(bool nameHidden) => string.Join(", ", new[] { nameHidden ? null : Name?.Full, Born is { } born ? Fi.Date(born) : Age is { } age ? $"{age}" : null }
        .Where(part => !string.IsNullOrWhiteSpace(part)).DefaultIfEmpty("–"));

    private static bool NamesDiffer(PersonName? one, PersonName? other)
    {
        var (a, b) = (Words(one), Words(other));
        var (fewer, more) = a.Count < b.Count ? (a, b) : (b, a);
        return fewer.Except(more, StringComparer.Ordinal).Any();
    }

    private static IReadOnlyList<string> Words(PersonName? name) => FoldedText.Words($"{name?.GivenNames} {name?.Surname}");
}

/// <summary>Who has the identity code already, and what is known of them and of the person of the matter.</summary>
/// <param name="Told">The person of the matter, as it tells of them.</param>
public sealed record CodeHolder(PersonRow Row, ToldPerson Told, ToldPerson Known);
