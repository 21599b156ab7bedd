using NodaTime;
using Yhteys.Kernel;

namespace Yhteys.Cases.Tests;

public sealed class ReceiveContactTests
{
    [Fact]
    public void A_contact_fixes_what_law_and_statistics_need()
    {
        var received = Given.Received();

        received.Age.ShouldBe(45);
        received.Register.ShouldBe("health");
        received.CountsOn.ShouldBe(Given.Today);
        received.OwnContact.ShouldBeTrue();
        received.ClockFacts().Select(f => f.Fact).ShouldBe(["contact"]);
    }

    [Fact]
    public void In_the_evening_the_contact_has_its_own_day_and_the_age_of_that_day_and_the_same_day_is_the_next_of_office_hours()
    {
        var monday = Given.Today.PlusDays(3);
        var birthdayTomorrow = Given.Resident() with { BirthDate = Given.Today.PlusDays(1).PlusYears(-23) };
        var received = (ContactReceived)Given.Accepted(ReceiveContact.Decide(
            Matter.Empty, Given.Contact(), birthdayTomorrow, Given.PrimaryCare, Given.Unit, monday, Given.Context()))[0];

        (received.ArrivedOn, received.CountsOn, received.Age).ShouldBe((Given.Today, monday, 22));
        (received.ClockSubject().Opened, received.ClockSubject().CountsFrom).ShouldBe((Given.Today, monday));
        received.ClockFacts().ShouldBe([new("contact", Given.Today)]);
    }

    [Fact]
    public void The_text_gets_a_key_of_the_matter_and_is_not_in_the_open()
    {
        var accepted = (Decision.Accepted)Decide(Given.Contact("Salainen vaiva"));

        accepted.Keys.Single().Id.ShouldBe(Given.Matter);
        accepted.Appends[0].Event.ToString()!.ShouldNotContain("Salainen");
    }

    [Fact]
    public void A_social_contact_makes_the_matter_pending()
    {
        var command = Given.Contact() with { ServiceLine = "adult_social" };
        var received = Given.Accepted(ReceiveContact.Decide(
            Matter.Empty, command, Given.Resident(), Given.AdultSocial, Given.Unit, Given.Today, Given.Context()))[0].ShouldBeOfType<ContactReceived>();

        received.ClockFacts().Select(f => f.Fact).ShouldBe(["contact", "matter_pending"]);
    }

    [Fact]
    public void Danger_alarms_the_unit_that_the_page_chose_and_the_whole_county_when_none_is_always_staffed()
    {
        var danger = Given.Contact() with { Danger = true, Alarms = Given.Unit.Unit };

        Given.Accepted(Decide(danger))[1].ShouldBe(new DangerAlarmRaised(Given.Matter, Given.Person, Given.Unit.Unit, "health"));
        Given.Accepted(Decide(danger with { Alarms = null }))[1].ShouldBeOfType<DangerAlarmRaised>().Unit.ShouldBe(Organisation.Roles.WholeCounty);
        Given.Accepted(Decide(Given.Contact())).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(2011, null, "forbids", "forbids")]
    [InlineData(2011, null, "permits", "permits")]
    [InlineData(2011, null, "whatever", null)]
    [InlineData(2017, null, "forbids", null)]
    [InlineData(1980, null, "forbids", null)]
    [InlineData(2011, "guardian", "forbids", null)]
    public void The_will_of_a_minor_who_contacts_alone_is_kept(int born, string? by, string said, string? kept)
    {
        var command = Given.Contact() with { MinorWill = said, By = by is null ? null : Given.Other };

        Given.Accepted(ReceiveContact.Decide(Matter.Empty, command, Given.Resident(born), Given.PrimaryCare, Given.Unit, Given.Today, Given.Context()))[0]
            .ShouldBeOfType<ContactReceived>().MinorWill.ShouldBe(kept);
    }

    [Fact]
    public void Bad_input_is_refused_by_name()
    {
        Given.Refused(Decide(Given.Contact("  "))).ShouldBeOfType<TextMissing>();
        Given.Refused(Decide(Given.Contact(new string('a', 4_001)))).ShouldBeOfType<TextTooLong>();
        Given.Refused(Decide(Given.Contact() with { HelpWanted = "yesterday" })).ShouldBeOfType<UnknownHelpWanted>();
        Given.Refused(Decide(Given.Contact() with { ReplyBy = "pigeon" })).ShouldBeOfType<UnknownReplyBy>();
        Given.Refused(Decide(Given.Contact() with { ReplyHours = "at night" })).ShouldBeOfType<UnknownReplyHours>();
        Given.Refused(ReceiveContact.Decide(Matter.Empty, Given.Contact(), null, Given.PrimaryCare, Given.Unit, Given.Today, Given.Context()))
            .ShouldBeOfType<PersonNotKnown>();
        Given.Refused(ReceiveContact.Decide(Matter.Empty, Given.Contact(), Given.Resident(), null, Given.Unit, Given.Today, Given.Context()))
            .ShouldBeOfType<UnknownServiceLine>();
        Given.Refused(ReceiveContact.Decide(
                Matter.Empty, Given.Contact(), Given.Resident(), Given.PrimaryCare, Given.Unit with { ServiceLines = [] }, Given.Today, Given.Context()))
            .ShouldBeOfType<UnitDoesNotHandle>();
    }

    [Fact]
    public void Receipt_numbers_catch_every_single_slip()
    {
        const string characters = "23456789ABCDEFGHJKLMNPQRSTVWXYZ";
        var number = ReceiptNumber.New();
        ReceiptNumber.Read(number.ToLowerInvariant()).ShouldBe(number);
        for (var i = 0; i < number.Length; i++)
            foreach (var c in characters.Where(c => number[i] != '-' && c != number[i]))
                ReceiptNumber.Read(number[..i] + c + number[(i + 1)..]).ShouldBeNull();
    }

    private static Decision Decide(ReceiveContact command) =>
        ReceiveContact.Decide(Matter.Empty, command, Given.Resident(), Given.PrimaryCare, Given.Unit, Given.Today, Given.Context());
}
