using Yhteys.Access.Views;
using Yhteys.Kernel;
using Yhteys.Residents.Vault;

namespace Yhteys.Access.Board.Places;

/// <summary>Counts open matters by municipality. Whoever is under non-disclosure now is in none, also when the contact told one.</summary>
internal sealed class PlaceCount(Journal journal)
{
    public PlacesState On(BoardMoment moment) => new(moment.Day, journal.Query<PlaceCell>(
        v => $"""
            select case when p.nondisclosure = 1 then null else m.municipality end as municipality, o.unit, o.register, count(*) as open,
            count(case when o.immediate = 1 then 1 end) as immediate, count(case when {BoardTables.Late} then 1 end) as late, min(o.contacton) as oldest
            from {BoardTables.Open(v, moment)} o left join {v.Table<MatterDetailsRow>()} m on m.matter = o.matter left join {v.Table<PersonRow>()} p on p.person = m.person
            group by 1, o.unit, o.register
            """, BoardTables.Of(moment)));
}
