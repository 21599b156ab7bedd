using Yhteys.Kernel;

namespace Yhteys.Architecture.Tests.Rules;

/// <summary>Types are internal unless somebody outside needs them.</summary>
public sealed class ExposureTests(HouseHost host)
{
    // What tests of the host ask, and what is written for a module that comes.
    private static readonly HashSet<string> Awaited =
    [
        "Yhteys.Organisation.NeedsRight", "Yhteys.Organisation.Staffing", "Yhteys.Booking.OfferExpiry", "Yhteys.Residents.Guardianship.GuardianRules",
        "Yhteys.Residents.Guardianship.GuardianSight", "Yhteys.Residents.Guardianship.MatterOfMinor",
    ];

    private HashSet<string> Rows => [.. host.Views.SelectMany(v => v.Rows).Select(r => r.FullName!)];

    [Fact]
    public void No_module_shows_what_nobody_outside_needs() =>
        House.Modules.SelectMany(m => Exposure.WithoutReason(m.GetTypes(), Exposure.UsedByOthers())).Where(t => !Awaited.Contains(t) && !Rows.Contains(t))
            .ShouldBeEmpty("Make them internal.");

    [Fact]
    public void The_ground_shows_nothing_that_nobody_needs() =>
        House.Assemblies.Where(a => House.Ground.Contains(House.NameOf(a)))
            .SelectMany(a => Exposure.WithoutReason(a.GetTypes(), Exposure.UsedByOthers())).ShouldBeEmpty("Make them internal.");

    [Fact]
    public void Canary() =>
        Exposure.WithoutReason([typeof(NeededByNobody), typeof(AnEvent), typeof(OnlyShownByTheEvent)], new HashSet<string>()).ShouldBe([typeof(NeededByNobody).FullName!]);

    [Fact]
    public void A_type_that_a_later_project_uses_is_seen()
    {
        var used = Exposure.UsedByOthers();

        used.ShouldContain("Yhteys.Cases.Matter");
        used.ShouldNotContain("Yhteys.Cases.Views.MatterView");
    }
}

public sealed record NeededByNobody;

public sealed record OnlyShownByTheEvent;

/// <summary>An event of nothing; no journal knows it.</summary>
public sealed record AnEvent(OnlyShownByTheEvent Shown) : IEvent
{
    public string Register => "none";
}
