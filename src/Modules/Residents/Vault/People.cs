using System.Security.Cryptography;
using NodaTime;
using Yhteys.Content;
using Yhteys.Kernel.Sealing;
using Yhteys.Kernel.Storage;
using Yhteys.Kernel.Views;
using Yhteys.Residents.Care;
using Yhteys.Residents.Identity;

namespace Yhteys.Residents.Vault;

/// <summary>Finds people in the vault and opens what the vault keeps sealed. Who may ask is the page's question.</summary>
public sealed class People(Database database, ViewSet views, KeyRing keys, LookupKey lookup)
{
    internal OpenedNames Opened { get; } = new(keys);

    public PersonRow? Find(Guid person) =>
        database.Single<PersonRow>($"select * from {views.Table<PersonRow>()} where person = @person", new { person });

    public IReadOnlyList<PersonRow> Find(IReadOnlyCollection<Guid> people) => people.Count == 0
        ? []
        : [.. people.Distinct().Chunk(500).SelectMany(part => database.Query<PersonRow>($"select * from {views.Table<PersonRow>()} where person in @part", new { part }))];

    /// <summary>The person with the identity code or temporary id; null when nobody has it or it is not one.</summary>
    public PersonRow? FindByCode(string? typed)
    {
        var check = Hetu.Check(typed);
        if (check.Valid)
            return database.Single<Guid?>($"select person from {views.Table<IdentityCodeRow>()} where codekey = @key", new { key = lookup.Of(check.Code!) }) is { } found ? Find(found) : null;
        return TemporaryId.Read(typed) is { } temporary
            && database.Single<Guid?>($"select person from {views.Table<TemporaryIdRow>()} where temporaryid = @temporary", new { temporary }) is { } person
            ? Find(person)
            : null;
    }

    /// <summary>
    /// People born on the day in whose name each word begins a name; accents and case don't matter. Single letters alone find only whom they name
    /// as a whole: with the beginning of a name one would list half of those born on a day.
    /// </summary>
    public IReadOnlyList<PersonRow> FindByName(string name, LocalDate birthDate)
    {
        var words = FoldedText.Words(name);
        if (words.Count == 0) return [];
        var whole = !IsEnough(name);
        var born = database.Query<PersonRow>($"select * from {views.Table<PersonRow>()} where birthdate = @birthDate", new { birthDate });
        keys.Load([.. born.Select(p => p.Person)]);
        return [.. born
            .Select(row => (row, name: NameOf(row)))
            .Where(p => p.name is not null && FoldedText.Words($"{p.name.Known} {p.name.Preferred}") is var has && words.All(w => has.Any(h => whole ? h == w : h.StartsWith(w, StringComparison.Ordinal))))
            .OrderBy(p => p.name!.Surname, StringComparer.Ordinal).ThenBy(p => p.name!.GivenNames, StringComparer.Ordinal)
            .Select(p => p.row)];
    }

    /// <summary>Whether the beginning of a name can be searched for: it has two letters.</summary>
    internal static bool IsEnough(string name) => FoldedText.Words(name).Any(w => w.Length > 1);

    public PersonName? NameOf(PersonRow row) => Opened.Of(row.Name);

    /// <summary>Names of many people for a list, in two queries; somebody forgotten is not in it.</summary>
    public IReadOnlyDictionary<Guid, PersonName> NamesOf(IReadOnlyCollection<Guid> people)
    {
        var rows = Find(people);
        keys.Load([.. rows.Select(r => r.Person)]);
        return rows.Select(r => (r.Person, Name: NameOf(r))).Where(r => r.Name is not null).ToDictionary(r => r.Person, r => r.Name!);
    }

    /// <summary>
    /// What a list shows of many people, in one query. Somebody forgotten has no name, nor has one whose key or name has been changed in the database:
    /// that is told by <c>verify</c>, and hides nobody else.
    /// </summary>
    public IReadOnlyDictionary<Guid, ListedPerson> Listed(IReadOnlyCollection<Guid> people)
    {
        if (people.Count == 0)
            return new Dictionary<Guid, ListedPerson>();
        keys.Load(people);
        return people.Distinct().Chunk(500)
            .SelectMany(part => database.Query<ListedRow>($"select person, name, nondisclosure from {views.Table<PersonRow>()} where person in @part", new { part }))
            .ToDictionary(r => r.Person, r => new ListedPerson(Readable(r.Name), r.NonDisclosure));

        PersonName? Readable(Sealed<string> name)
        {
            try
            {
                return Opened.Of(name);
            }
            catch (CryptographicException)
            {
                return null;
            }
        }
    }

    public string? CodeOf(PersonRow row) => keys.OpenPersonal<string>(row.Code) ?? row.TemporaryId;

    public PostalAddress? AddressOf(PersonRow row) => keys.OpenPersonal<PostalAddress>(row.Address);

    /// <summary>Three-digit code of the municipality of residence, also under non-disclosure.</summary>
    public string? MunicipalityOf(PersonRow row) => keys.OpenPersonal<string>(row.Municipality);

    public ContactData? ContactDataOf(PersonRow row) => keys.OpenPersonal<ContactData>(row.ContactData);

    /// <summary>The care relations of a person, also ended ones.</summary>
    public IReadOnlyList<CareRelationRow> RelationsOf(Guid person) =>
        database.Query<CareRelationRow>($"select * from {views.Table<CareRelationRow>()} where person = @person", new { person });

    /// <summary>The care relations that a unit has now to some of the people, in one query.</summary>
    public IReadOnlyList<CareRelationRow> RelationsOf(IReadOnlyCollection<Guid> people, Guid unit) => people.Count == 0
        ? []
        : [.. people.Distinct().Chunk(500).SelectMany(part => database.Query<CareRelationRow>(
            $"select * from {views.Table<CareRelationRow>()} where person in @part and unit = @unit and endedat is null", new { part, unit }))];

    /// <summary>The people for whom somebody may act on the day: children, those who have given a mandate.</summary>
    public IReadOnlyList<PersonRow> RepresentedBy(Guid who, LocalDate day) =>
        database.Single<ActsForRow>($"select * from {views.Table<ActsForRow>()} where who = @who", new { who }) is { } acts
            ? [.. Find([.. acts.People]).Where(p => p.IsRepresentedBy(who, day)).OrderBy(p => p.BirthDate)]
            : [];

    /// <summary>Who lives at the person's address, of those who act for the person or for whom the person acts, and is not under non-disclosure: their data tells it.</summary>
    public IReadOnlyList<PersonRow> TellingAddressOf(PersonRow row, LocalDate day)
    {
        if (AddressOf(row) is not { } address) return [];
        var near = RepresentedBy(row.Person, day).Concat(Find([.. row.Representatives.Where(r => row.IsRepresentedBy(r.Who, day)).Select(r => r.Who)]))
            .Where(p => !p.NonDisclosure && p.DiedOn is null).DistinctBy(p => p.Person).ToList();
        keys.Load([.. near.Select(p => p.Person)]);
        return [.. near.Where(p => AddressOf(p) is { } other && other == address)];
    }

    private sealed record ListedRow(Guid Person, Sealed<string> Name, bool NonDisclosure);
}
