using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Yhteys.Access.Escalation.Digest;
using Yhteys.Access.Escalation.Views;
using Yhteys.Access.Escalation.Watch;
using Yhteys.Access.Tests.Publish;
using Yhteys.Kernel;
using Yhteys.Organisation;

namespace Yhteys.Access.Tests.Escalation;

/// <summary>The county of the publishing tests, with a lead in the north and matters of young people that run out.</summary>
internal static class Watching
{
    public static readonly Guid Lead = new("dddddddd-0000-4000-8000-000000000001");

    public static async Task<Publishing> County(string engine, Action<IServiceCollection>? more = null)
    {
        var county = Publishing.WithUnits(engine, more);
        await county.Test.Handle(_ => Decision.Append(
            Lead, new ProfessionalAppointed(Lead, "Liisa", "Lähi", "nurse", "licensed", new(2023, 1, 1)), new RoleGranted(Lead, Publishing.North, Roles.UnitManager, new(2023, 1, 1))));
        return county;
    }

    public static EscalationRound Round(this Publishing county) => county.Services.GetRequiredService<EscalationRound>();

    public static DigestRound Digests(this Publishing county) => county.Services.GetRequiredService<DigestRound>();

    public static IReadOnlyList<TaskRow> Tasks(this Publishing county) =>
        county.Journal.Query<TaskRow>(v => $"select * from {v.Table<TaskRow>()} order by raisedat, clock, step");

    /// <summary>The inboxes that have a digest of a day.</summary>
    public static IReadOnlyList<string> DigestsOf(this Publishing county, LocalDate day) =>
        county.Journal.Query<string>(v => $"select inbox from {v.Table<DigestRow>()} where day = @day", new { day });

    public static Publishing At(this Publishing county, LocalDate day, int hour, int minute = 0)
    {
        county.Clock.Now = Story.Helsinki(day, new(hour, minute));
        return county;
    }

    /// <summary>A contact on a day at nine, as the clock of the county says.</summary>
    public static async Task<Guid> Contact(this Publishing county, LocalDate day, Guid? unit = null)
    {
        county.At(day, 9);
        return await county.Matter(unit ?? Publishing.North, day);
    }
}
