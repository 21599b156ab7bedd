using NodaTime;
using Yhteys.Residents.Guardianship;

namespace Yhteys.Residents.Tests;

public sealed class GuardianRulesTests
{
    private static readonly LocalDate Contact = new(2026, 3, 10);
    private static readonly MatterOfMinor Plain = new(new(2016, 1, 1), Contact, "health", false, false, false, false, null);

    private static GuardianSight Sight(MatterOfMinor matter) => GuardianRules.Sight(matter, Contact);

    [Fact]
    public void A_guardian_sees_a_small_childs_matter() => Sight(Plain).ShouldBe(GuardianSight.Sees);

    [Fact]
    public void A_grown_ups_matter_is_no_longer_the_guardians() =>
        GuardianRules.Sight(Plain, new(2034, 1, 1)).ShouldBe(GuardianSight.NotAMinor);

    [Theory]
    [InlineData(2014, 3, 10, GuardianSight.MinorAlone)]
    [InlineData(2014, 3, 11, GuardianSight.Sees)]
    public void A_health_contact_made_alone_is_hidden_from_the_twelfth_birthday_on(int year, int month, int day, GuardianSight sight) =>
        Sight(Plain with { BirthDate = new(year, month, day), MadeByMinorAlone = true }).ShouldBe(sight);

    [Fact]
    public void A_professionals_decision_opens_or_closes_it()
    {
        var alone = Plain with { BirthDate = new(2012, 1, 1), MadeByMinorAlone = true };
        Sight(alone with { Released = true }).ShouldBe(GuardianSight.Sees);
        Sight(alone with { Released = false }).ShouldBe(GuardianSight.ReleaseRefused);
        Sight(alone with { Register = "social" }).ShouldBe(GuardianSight.Sees);
    }

    [Fact]
    public void What_the_minor_keeps_stays_kept_also_when_released() =>
        Sight(Plain with { KeptFromGuardians = true, Released = true }).ShouldBe(GuardianSight.KeptByMinor);

    [Fact]
    public void A_notice_or_a_matter_raised_by_others_waits_for_release()
    {
        Sight(Plain with { Notice = true, Register = "social" }).ShouldBe(GuardianSight.NotReleased);
        Sight(Plain with { RaisedByOthers = true }).ShouldBe(GuardianSight.NotReleased);
        Sight(Plain with { Notice = true, Released = true }).ShouldBe(GuardianSight.Sees);
    }
}
