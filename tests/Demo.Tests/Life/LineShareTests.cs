using Yhteys.Demo.Life;
using Yhteys.Demo.Population;

namespace Yhteys.Demo.Tests.Life;

public sealed class LineShareTests
{
    [Fact]
    public void A_contact_and_a_referral_of_every_age_have_a_line()
    {
        var dice = Dice.For(7, "ages");
        foreach (var age in Enumerable.Range(0, LineShare.Oldest + 1))
        {
            LineShare.Choose(Contacts.Lines, age, dice).ShouldNotBeEmpty();
            LineShare.Choose(Arrivals.Lines, age, dice).ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void Nobody_gets_a_line_of_other_ages() =>
        Enumerable.Range(0, 200).Select(i => LineShare.Choose(Contacts.Lines, 40, Dice.For((ulong)i, "ages"))).ShouldNotContain("child_welfare");
}
