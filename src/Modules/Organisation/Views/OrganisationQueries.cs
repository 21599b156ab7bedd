using Yhteys.Kernel.Storage;
using Yhteys.Kernel.Views;

namespace Yhteys.Organisation.Views;

/// <summary>Units, professionals and school calendars as pages read them.</summary>
public sealed class OrganisationQueries(Database database, ViewSet views)
{
    public IReadOnlyList<UnitRow> Units() => database.Query<UnitRow>($"select * from {views.Table<UnitRow>()} order by openedon, unit");

    public UnitRow? Unit(Guid unit) => database.Single<UnitRow>($"select * from {views.Table<UnitRow>()} where unit = @unit", new { unit });

    public IReadOnlyList<ProfessionalRow> Professionals() =>
        database.Query<ProfessionalRow>($"select * from {views.Table<ProfessionalRow>()} order by surname, givenname, professional");

    public ProfessionalRow? Professional(Guid professional) =>
        database.Single<ProfessionalRow>($"select * from {views.Table<ProfessionalRow>()} where professional = @professional", new { professional });

    /// <summary>The school years of a municipality, the earliest first.</summary>
    public IReadOnlyList<SchoolCalendarRow> SchoolCalendars(string municipality) =>
        database.Query<SchoolCalendarRow>($"select * from {views.Table<SchoolCalendarRow>()} where municipality = @municipality order by firstday", new { municipality });
}
