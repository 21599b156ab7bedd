using NodaTime;
using Yhteys.Kernel.Storage;
using Yhteys.Kernel.Views;

namespace Yhteys.Organisation.Views;

/// <summary>Units, professionals and school calendars as pages read them. Units and professionals are few and on every page, so they are kept in memory.</summary>
public sealed class OrganisationQueries(Database database, ViewSet views)
{
    private readonly Kept<Guid, UnitRow> _units = new(database, views, "openedon, unit", u => u.Unit);
    private readonly Kept<Guid, ProfessionalRow> _professionals = new(database, views, "surname, givenname, professional", p => p.Professional);

    public IReadOnlyList<UnitRow> Units() => _units.Rows;

    /// <summary>The units with the lines whose contacts come to them on the day.</summary>
    public IReadOnlyList<UnitRow> Receiving(LocalDate day) => Units().Receiving(Professionals(), day);

    public UnitRow? Unit(Guid unit) => _units.Find(unit);

    public IReadOnlyList<ProfessionalRow> Professionals() => _professionals.Rows;

    public ProfessionalRow? Professional(Guid professional) => _professionals.Find(professional);

    /// <summary>The units in which the user has the role today in which they act; null for one who works for the whole county.</summary>
    public IReadOnlyList<Guid>? UnitsOf(CurrentUser user, LocalDate today) => user.Unit is not { } own ? null :
        [own, .. Professional(user.Id)?.Roles.Where(r => r.Role == user.Role && r.Unit != own && r.HoldsOn(today)).Select(r => r.Unit).Distinct() ?? []];

    /// <summary>The school years of a municipality's own schools, or of another provider there, the earliest first.</summary>
    public IReadOnlyList<SchoolCalendarRow> SchoolCalendars(string municipality, string? provider = null) => database.Query<SchoolCalendarRow>(
        $"select * from {views.Table<SchoolCalendarRow>()} where municipality = @municipality and coalesce(provider, '') = @provider order by firstday", new { municipality, provider = provider ?? "" });

    /// <summary>The providers besides the municipalities that have school years here, by name.</summary>
    public IReadOnlyList<School> OtherSchools() =>
        [.. database.Query<SchoolCalendarRow>($"select * from {views.Table<SchoolCalendarRow>()} where provider is not null").Select(year => year.School).Distinct().OrderBy(school => school.Provider, StringComparer.Ordinal)];
}
