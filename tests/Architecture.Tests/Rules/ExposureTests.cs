using Yhteys.Kernel;

namespace Yhteys.Architecture.Tests.Rules;

/// <summary>Types are internal unless somebody outside needs them.</summary>
public sealed class ExposureTests(HouseHost host)
{
    // What tests of the host and of a module ask.
    private static readonly HashSet<string> Asked = ["Yhteys.Web.Host.Settings", "Yhteys.Web.Host.YhteysHost", "Yhteys.Booking.OfferExpiry"];

    private HashSet<string> Rows => [.. host.Views.SelectMany(v => v.Rows).Select(r => r.FullName!)];

    private IEnumerable<string> Unneeded => House.Assemblies.SelectMany(a => Exposure.WithoutReason(a.GetTypes(), Exposure.UsedByOthers())).Where(t => !Rows.Contains(t));

    [Fact]
    public void No_part_of_the_house_shows_what_nobody_outside_needs() => Unneeded.Where(t => !Asked.Contains(t)).ShouldBeEmpty("Make them internal.");

    [Fact]
    public void Nothing_is_excused_that_needs_no_excuse() => Asked.Except(Unneeded).ShouldBeEmpty("They are needed now, or gone: take them out of the list.");

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
