using NodaTime;
using Yhteys.Calendar;
using Yhteys.Cases.Views;
using Yhteys.Kernel;
using Yhteys.Residents.Vault;

namespace Yhteys.Cases;

/// <summary>A matter as one reader outside the staff may see it.</summary>
/// <param name="Place">Where and when the person meets the county may be shown.</param>
/// <param name="Notifier">The reader made it as a notice.</param>
public sealed record SeenMatter(MatterRow Row, PersonRow Person, MatterSight Sight, bool Place, bool Notifier)
{
    public bool Follows => Sight == MatterSight.All;
}

/// <summary>The matters that somebody outside the staff sees: their own, and those of people whom they may act for. Every page of theirs asks here.</summary>
public sealed class ResidentMatters(Journal journal, People people, IClock clock)
{
    /// <summary>All that the reader sees something of, in a fixed number of queries.</summary>
    public IReadOnlyList<SeenMatter> Of(Guid reader)
    {
        List<Guid> about = [reader, .. people.RepresentedBy(reader, clock.Today()).Select(p => p.Person)];
        return See(reader, journal.Query<MatterRow>(
            v => $"""
                select * from {v.Table<MatterRow>()} where matter in (
                    select matter from {v.Table<MatterRow>()} where person in @about
                    union select matter from {v.Table<MatterRow>()} where madeby = @reader
                    union select matter from {v.Table<NoticeMadeRow>()} where notifier = @reader)
                """,
            new { about, reader }));
    }

    /// <summary>The matter, when the reader sees something of it.</summary>
    public SeenMatter? Find(Guid matter, Guid reader) => journal.Find<MatterRow>(matter) is { } row ? See(reader, [row]).SingleOrDefault() : null;

    internal SeenMatter? Find(string number, Guid reader) => Find(journal, number) is { } row ? See(reader, [row]).SingleOrDefault() : null;

    internal static MatterRow? Find(Journal journal, string number) => ReceiptNumber.Read(number) is { } read
        ? journal.Query<MatterRow>(v => $"select * from {v.Table<MatterRow>()} where number = @read", new { read }).SingleOrDefault()
        : null;

    private List<SeenMatter> See(Guid reader, IReadOnlyList<MatterRow> rows)
    {
        if (rows.Count == 0) return [];
        var today = clock.Today();
        var told = journal.Query<NoticeMadeRow>(v => $"select * from {v.Table<NoticeMadeRow>()} where notifier = @reader", new { reader }).Select(n => n.Matter).ToHashSet();
        var about = people.Find([.. rows.Select(r => r.Person)]).ToDictionary(p => p.Person);
        var others = people.Find([.. about.Values.SelectMany(p => p.Representatives.Select(r => r.Who)), .. rows.Select(r => r.MadeBy).OfType<Guid>()])
            .ToDictionary(p => p.Person);
        return
        [
            .. from row in rows
               where about.ContainsKey(row.Person)
               let person = about[row.Person]
               let notifier = told.Contains(row.Matter)
               let sight = MatterSights.Of(row, reader, person, notifier, today)
               where sight != MatterSight.None
               select new SeenMatter(row, person, sight, MatterSights.Place(reader, row.Person, Concerned(row, person)), notifier && sight == MatterSight.Receipt),
        ];

        IEnumerable<PersonRow> Concerned(MatterRow row, PersonRow person) =>
            [person, .. person.Representatives.Select(r => r.Who).Append(row.MadeBy ?? person.Person).Distinct().Select(others.GetValueOrDefault).OfType<PersonRow>()];
    }
}
