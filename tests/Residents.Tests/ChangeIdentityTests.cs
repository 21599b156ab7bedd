using NodaTime;
using Yhteys.Kernel;
using Yhteys.Residents.Identity;
using Yhteys.Residents.Vault;

namespace Yhteys.Residents.Tests;

public sealed class ChangeIdentityTests
{
    [Fact]
    public void A_code_is_confirmed_unless_somebody_else_has_it()
    {
        Decision Decide(PersonState state, string code, Guid? holder = null) =>
            ConfirmIdentityCode.Decide(state, new(Given.Aino, code), holder, false, Given.Today);

        Decide(Given.Known, Given.AinosCode).Event<IdentityCodeConfirmed>();
        Decide(Given.Known, Given.AinosCode, Given.Aino).ShouldBe(Decision.Nothing);
        Decide(Given.Known, Given.AinosCode, Given.Eetu).ShouldRefuse<IdentityCodeTaken>();
        Decide(Given.Known, "123").ShouldRefuse<IdentityCodeWrong>();
        Decide(PersonState.Empty, Given.AinosCode).ShouldRefuse<PersonNotFound>();
    }

    [Fact]
    public void Only_what_changed_is_recorded()
    {
        Decision Decide(ChangePersonalData c, PersonState? state = null) => ChangePersonalData.Decide(state ?? Given.Known, c);

        Decide(new(Given.Aino, Name: new("Aino", "Lehto"))).Event<NameChanged>();
        Decide(new(Given.Aino, Address: new("Aittatie 1", "67200", "Kokkola"))).Event<AddressChanged>();
        Decide(new(Given.Aino, ContactData: new(null, null))).Event<ContactDataChanged>();
        Decide(new(Given.Aino, Municipality: "217")).Event<MunicipalityChanged>();
        Decide(new(Given.Aino, Language: "sv")).Event<LanguageChanged>().Language.ShouldBe("sv");
        Decide(new(Given.Aino, Language: "fi")).Events().ShouldBeEmpty();
        Decide(new(Given.Aino, Name: new("", "Lehto"))).ShouldRefuse<GivenNamesMissing>();
        Decide(new(Given.Aino, Name: new("Aino", " "))).ShouldRefuse<SurnameMissing>();
        Decide(new(Given.Aino, Name: new("Aino", new string('y', 200)))).ShouldRefuse<NameTooLong>();
        Decide(new(Given.Aino, Language: "de")).ShouldRefuse<UnknownLanguage>();
        Decide(new(Given.Aino, Municipality: "xyz")).ShouldRefuse<UnknownMunicipalityOfResidence>();
        Decide(new(Given.Aino), PersonState.Empty).ShouldRefuse<PersonNotFound>();
        Decide(new(Given.Aino, NoAddress: true)).Event<AddressChanged>().Address.ShouldBeNull();
    }

    [Fact]
    public void What_nobody_knows_of_a_name_may_stay_unknown_only_without_an_identity_code()
    {
        ChangePersonalData unnamed = new(Given.Aino, Name: new(null, "Lehto", "Aikku"));
        ChangePersonalData.Decide(Given.Known, unnamed).Event<NameChanged>();
        var coded = Given.State(Given.Registered, new IdentityCodeConfirmed(Given.Aino, Personal.Seal(Given.Aino, "x"), Personal.Seal(Given.Aino, "x")));
        ChangePersonalData.Decide(coded, unnamed).ShouldRefuse<GivenNamesMissing>();
    }

    [Fact]
    public void A_page_is_old_when_something_of_the_person_has_changed_and_not_when_somebody_has_read()
    {
        var changed = Given.State(Given.Registered, new LanguageChanged(Given.Aino, "sv"));
        ChangePersonalData.Decide(changed, new(Given.Aino, Language: "en", Seen: 1)).ShouldBeOfType<Decision.Refused>().Refusal.ShouldBeOfType<ChangedSinceOpened>();
        ChangePersonalData.Decide(changed, new(Given.Aino, Language: "en", Seen: 2)).Event<LanguageChanged>();

        var read = Given.State(Given.Registered, new GlassBroken(Given.Aino, Given.Nurse, "health", Personal.Seal(Given.Aino, "x"), Testing.TestClock.OrdinaryTuesday));
        ChangePersonalData.Decide(read, new(Given.Aino, Language: "en", Seen: 1)).Event<LanguageChanged>();
    }

    [Fact]
    public void Non_disclosure_is_set_and_lifted_once()
    {
        var hidden = Given.State(Given.Registered, new NonDisclosureSet(Given.Aino));
        SetNonDisclosure.Decide(Given.Known, new(Given.Aino, true)).Event<NonDisclosureSet>();
        SetNonDisclosure.Decide(hidden, new(Given.Aino, true)).ShouldBe(Decision.Nothing);
        foreach (var ground in LiftGrounds.All)
            SetNonDisclosure.Decide(hidden, new(Given.Aino, false, ground)).Event<NonDisclosureLifted>().Ground.ShouldNotBeNull();
        SetNonDisclosure.Decide(hidden, new(Given.Aino, false)).ShouldRefuse<LiftGroundMissing>();
        SetNonDisclosure.Decide(hidden, new(Given.Aino, false, "a whim")).ShouldRefuse<LiftGroundMissing>();
        SetNonDisclosure.Decide(hidden, new(Given.Aino, false, "own_word", Seen: 1)).ShouldBeOfType<Decision.Refused>().Refusal.ShouldBeOfType<ChangedSinceOpened>();
        SetNonDisclosure.Decide(PersonState.Empty, new(Given.Aino, true)).ShouldRefuse<PersonNotFound>();
    }

    [Fact]
    public void Death_and_moving_away_are_recorded()
    {
        RecordDeath.Decide(Given.Known, new(Given.Aino, Given.Today), Given.Today).Event<PersonDied>();
        RecordDeath.Decide(Given.State(Given.Registered, new PersonDied(Given.Aino, Given.Today)), new(Given.Aino, Given.Today), Given.Today).ShouldBe(Decision.Nothing);
        RecordDeath.Decide(Given.Known, new(Given.Aino, Given.Today.PlusDays(1)), Given.Today).ShouldRefuse<DayInFuture>();
        RecordDeath.Decide(PersonState.Empty, new(Given.Aino, Given.Today), Given.Today).ShouldRefuse<PersonNotFound>();
        RecordMovingAway.Decide(Given.Known, new(Given.Aino, Given.Today)).Event<PersonMovedAway>();
        RecordMovingAway.Decide(PersonState.Empty, new(Given.Aino, Given.Today)).ShouldRefuse<PersonNotFound>();
    }

    [Fact]
    public void Representatives_come_and_go()
    {
        AddRepresentative add = new(Given.Eetu, Given.Aino, RepresentativeKinds.Guardian, Given.Today, Given.Aino);
        Decision Add(PersonState state, AddRepresentative command, PersonRow? person = null) => AddRepresentative.Decide(state, command, person, Given.Today, null);
        var guarded = Given.State(Given.Registered, new RepresentativeAdded(Given.Eetu, Given.Aino, RepresentativeKinds.Guardian, Given.Today));

        Add(Given.Known, add).Event<RepresentativeAdded>();
        Add(guarded, add).ShouldBe(Decision.Nothing);
        Add(guarded, add with { FirstDay = Given.Today.PlusDays(1) }).ShouldRefuse<RepresentsAlready>().FirstDay.ShouldBe(Given.Today);
        Add(Given.Known, add with { LookedAt = null }).ShouldRefuse<RepresentativeNotLookedAt>();
        Add(Given.Known, add with { LookedAt = Given.Eetu }).ShouldRefuse<RepresentativeNotLookedAt>();
        Add(Given.Known, add with { Representative = Given.Eetu }).ShouldRefuse<RepresentsOneself>();
        Add(Given.Known, add with { Kind = "friend" }).ShouldRefuse<UnknownRepresentativeKind>();
        Add(PersonState.Empty, add).ShouldRefuse<PersonNotFound>();

        // A guardian is a minor's: who is of age today has none from an earlier day on, nor a child from the day of coming of age.
        var born = (LocalDate day) => new PersonRow(Given.Eetu, Personal.Seal(Given.Eetu, "x"), day, Sex.Unknown, null, null, null, null, null, null, null, "fi", false, null, false, [], [], []);
        Add(Given.Known, add, born(Given.Today.PlusYears(-18))).ShouldRefuse<GuardedNoMore>();
        Add(Given.Known, add with { FirstDay = new(2010, 1, 1) }, born(new(2000, 1, 1))).ShouldRefuse<GuardedNoMore>();
        Add(Given.Known, add with { FirstDay = Given.Today.PlusDays(1) }, born(Given.Today.PlusYears(-18).PlusDays(1))).ShouldRefuse<GuardedNoMore>();
        Add(Given.Known, add, born(Given.Today.PlusYears(-18).PlusDays(1))).Event<RepresentativeAdded>();
        Add(Given.Known, add with { Kind = RepresentativeKinds.Mandate }, born(new(1950, 1, 1))).Event<RepresentativeAdded>();

        EndRepresentative end = new(Given.Eetu, Given.Aino, RepresentativeKinds.Guardian, Given.Today, Given.Today);
        EndRepresentative.Decide(guarded, end, Given.Today).Event<RepresentativeEnded>();
        EndRepresentative.Decide(Given.Known, end, Given.Today).ShouldRefuse<NotARepresentative>();
        EndRepresentative.Decide(guarded, end with { LastDay = Given.Today.PlusDays(-1) }, Given.Today).ShouldRefuse<EndsBeforeItBegins>().FirstDay.ShouldBe(Given.Today);
        EndRepresentative.Decide(PersonState.Empty, end, Given.Today).ShouldRefuse<PersonNotFound>();

        // One that was a mistake has been for no day, and a last day that is ahead may be changed.
        EndRepresentative.Decide(guarded, end with { LastDay = null }, Given.Today).Event<RepresentativeEnded>().LastDay.ShouldBe(Given.Today.PlusDays(-1));
        var ending = Given.State(
            Given.Registered, new RepresentativeAdded(Given.Eetu, Given.Aino, RepresentativeKinds.Guardian, Given.Today),
            new RepresentativeEnded(Given.Eetu, Given.Aino, RepresentativeKinds.Guardian, Given.Today.PlusYears(30)));
        EndRepresentative.Decide(ending, end, Given.Today).Event<RepresentativeEnded>().LastDay.ShouldBe(Given.Today);
        EndRepresentative.Decide(ending, end with { LastDay = Given.Today.PlusYears(30) }, Given.Today).ShouldBe(Decision.Nothing);
        EndRepresentative.Decide(ending, end with { LastDay = Given.Today.PlusDays(-1) }, Given.Today).ShouldRefuse<EndsBeforeItBegins>();
        EndRepresentative.Decide(ending, end, Given.Today.PlusYears(31)).ShouldRefuse<NotARepresentative>();
        var ahead = Given.Today.PlusYears(70);
        var takenBack = Given.State(
            Given.Registered, new RepresentativeAdded(Given.Eetu, Given.Aino, RepresentativeKinds.Guardian, ahead),
            new RepresentativeEnded(Given.Eetu, Given.Aino, RepresentativeKinds.Guardian, ahead.PlusDays(-1)));
        EndRepresentative.Decide(takenBack, end with { FirstDay = ahead, LastDay = ahead }, Given.Today).ShouldRefuse<NotARepresentative>();
        Add(takenBack, add).Event<RepresentativeAdded>();
    }

    [Fact]
    public void Nobody_acts_twice_at_a_time_in_one_way()
    {
        // After a known end another time may begin, also while the end is ahead.
        var ending = Times(Added(-100), Ended(30));
        foreach (var day in new[] { -200, -100, 0, 30 })
            Add(ending, day).ShouldRefuse<RepresentsUntil>().ShouldBe(new(Given.Today.PlusDays(-100), Given.Today.PlusDays(30)));
        Add(ending, 31).Event<RepresentativeAdded>();
        var over = Times(Added(-100), Ended(-10));
        Add(over, -20).ShouldRefuse<RepresentsUntil>().Arguments[^1].ShouldBe(Given.Today.PlusDays(-9));
        Add(over, -9).Event<RepresentativeAdded>();
        Add(Times(Added(-100), Ended(30), Added(31)), 0).ShouldRefuse<RepresentsAlready>().FirstDay.ShouldBe(Given.Today.PlusDays(31));

        // A time that never began hides neither the one before it nor lets another begin beside it.
        var mistaken = Times(Added(-100), Ended(30), Added(31), Ended(30));
        End(mistaken, -100, 0).Event<RepresentativeEnded>().LastDay.ShouldBe(Given.Today);
        Add(mistaken, 0).ShouldRefuse<RepresentsUntil>();
        Times(Added(-100), Ended(30), Added(31), Ended(30), Ended(0)).Representatives.Select(r => r.LastDay).ShouldBe([Given.Today, Given.Today.PlusDays(30)]);
    }

    [Fact]
    public void Each_time_of_acting_ends_by_itself()
    {
        var renewed = Times(Added(-100), Ended(30), Added(31));
        var ended = End(renewed, -100, 10).Event<RepresentativeEnded>();
        ended.FirstDay.ShouldBe(Given.Today.PlusDays(-100));
        Times(Added(-100), Ended(30), Added(31), ended).Representatives.Select(r => r.LastDay).ShouldBe([Given.Today.PlusDays(10), null]);
        End(renewed, -100, 31).ShouldRefuse<EndsAfterTheNextBegins>().FirstDay.ShouldBe(Given.Today.PlusDays(31));
        End(renewed, 31, 60).Event<RepresentativeEnded>().FirstDay.ShouldBe(Given.Today.PlusDays(31));
        End(renewed, 0, 60).ShouldRefuse<NotARepresentative>();

        // An older journal may have two beside each other, even from one day.
        var beside = Times(Added(-100), Added(-50));
        var first = End(beside, -100, 0).Event<RepresentativeEnded>();
        Times(Added(-100), Added(-50), first, End(beside, -50, 0).Event<RepresentativeEnded>()).Representatives.ShouldAllBe(r => r.LastDay == Given.Today);
        var twice = Times(Added(-100), Added(-100), first);
        Times(Added(-100), Added(-100), first, End(twice, -100, 0).Event<RepresentativeEnded>()).Representatives.ShouldAllBe(r => r.LastDay == Given.Today);
    }

    [Fact]
    public void An_old_page_neither_adds_nor_ends_a_time()
    {
        var now = Times(Added(0), Ended(-1), Added(0));
        AddRepresentative add = new(Given.Eetu, Given.Aino, RepresentativeKinds.Mandate, Given.Today, Given.Aino, now.Version - 1);
        Refusal(AddRepresentative.Decide(now, add, null, Given.Today, null)).ShouldBeOfType<ChangedSinceOpened>();
        EndRepresentative mistake = new(Given.Eetu, Given.Aino, RepresentativeKinds.Mandate, Given.Today, null, now.Version - 2);
        Refusal(EndRepresentative.Decide(now, mistake, Given.Today)).ShouldBeOfType<ChangedSinceOpened>();
        EndRepresentative.Decide(now, mistake with { Seen = now.Version }, Given.Today).Event<RepresentativeEnded>();

        static Refusal Refusal(Decision decision) => decision.ShouldBeOfType<Decision.Refused>().Refusal;
    }

    [Fact]
    public void A_minor_is_a_parent_perhaps_but_holds_no_mandate_and_is_no_legal_guardian()
    {
        foreach (var kind in RepresentativeKinds.All)
        {
            AddRepresentative add = new(Given.Eetu, Given.Aino, kind, Given.Today, Given.Aino);
            var minor = AddRepresentative.Decide(Given.Known, add, null, Given.Today, Aged(17));
            if (kind == RepresentativeKinds.Guardian) minor.Event<RepresentativeAdded>();
            else minor.ShouldRefuse<RepresentativeUnderAge>();
            AddRepresentative.Decide(Given.Known, add with { FirstDay = Given.Today.PlusYears(1) }, null, Given.Today, Aged(17)).Event<RepresentativeAdded>();
            AddRepresentative.Decide(Given.Known, add, null, Given.Today, Aged(null)).Event<RepresentativeAdded>();
        }
    }

    [Fact]
    public void Permission_to_see_a_register_is_given_and_withdrawn()
    {
        var permitted = Given.State(Given.Registered, new RegisterPermissionGiven(Given.Aino, "health"));
        SetRegisterPermission.Decide(Given.Known, new(Given.Aino, "health", true)).Event<RegisterPermissionGiven>().Register.ShouldBe("health");
        SetRegisterPermission.Decide(permitted, new(Given.Aino, "health", true)).ShouldBe(Decision.Nothing);
        SetRegisterPermission.Decide(permitted, new(Given.Aino, "health", false)).Event<RegisterPermissionWithdrawn>();
        SetRegisterPermission.Decide(Given.Known, new(Given.Aino, "tax", true)).ShouldRefuse<UnknownRegister>();
        SetRegisterPermission.Decide(PersonState.Empty, new(Given.Aino, "health", true)).ShouldRefuse<PersonNotFound>();
    }

    [Theory]
    [InlineData(null, "client", true, false)]
    [InlineData(null, "guardian", false, false)]
    [InlineData(30, "client", true, false)]
    [InlineData(30, null, false, false)]
    [InlineData(15, "client", true, true)]
    [InlineData(15, "guardian", true, true)]
    [InlineData(15, null, false, true)]
    [InlineData(8, "guardian", true, true)]
    [InlineData(8, "client", false, false)]
    public void A_professional_says_whose_word_a_permission_is_and_of_a_minor_it_is_kept(int? age, string? word, bool taken, bool kept)
    {
        var decision = ClientPermissions.Decide(Given.Known, new(Given.Aino, true, false, word), Aged(age), Given.Context(Given.AsNurse));
        if (!taken) decision.ShouldRefuse<WordMissing>();
        else (decision.Event<RegisterPermissionGiven>().Word is not null).ShouldBe(kept);
    }

    [Fact]
    public void A_client_of_twelve_or_more_permits_alone_and_only_what_differs_is_an_event()
    {
        var client = new Actor("person", Given.Aino, "resident");
        Decision Decide(bool health, bool social, int? age = 12, PersonState? state = null, long? seen = null) =>
            ClientPermissions.Decide(state ?? Given.Known, new(Given.Aino, health, social, Seen: seen), Aged(age), Given.Context(client));

        Decide(true, true).Events().Select(e => e.Register).ShouldBe(["health", "social"]);
        Decide(false, false).Events().ShouldBeEmpty();
        Decide(true, false, age: 11).ShouldRefuse<GuardiansPermit>();
        var permitted = Given.State(Given.Registered, new RegisterPermissionGiven(Given.Aino, "health"));
        Decide(false, true, state: permitted).Events().Select(e => e.GetType()).ShouldBe([typeof(RegisterPermissionWithdrawn), typeof(RegisterPermissionGiven)]);
        Decide(false, true, state: permitted, seen: 1).ShouldBeOfType<Decision.Refused>().Refusal.ShouldBeOfType<ChangedSinceOpened>();
        Decide(true, true, state: PersonState.Empty).ShouldRefuse<PersonNotFound>();
    }

    private static PersonRow Aged(int? years) => new(
        Given.Aino, Personal.Seal(Given.Aino, "x"), years is { } y ? Given.Today.PlusYears(-y) : null, Sex.Unknown, null, null, null, null, null, null, null, "fi", false, null, false, [], [], []);

    [Fact]
    public void Glass_breaks_with_a_reason_and_mends_by_itself()
    {
        BreakGlass command = new(Given.Aino, "health", "Tajuton potilas päivystyksessä");
        var broken = BreakGlass.Decide(Given.Known, command, Given.Context(Given.AsNurse)).Event<GlassBroken>();
        (broken.Professional, broken.Seen, broken.Until).ShouldBe((Given.Nurse, "health", Testing.TestClock.OrdinaryTuesday + Duration.FromHours(8)));

        BreakGlass.Decide(Given.Known, command with { Reason = "kiire   " }, Given.Context(Given.AsNurse)).ShouldRefuse<BreakGlassReasonMissing>();
        BreakGlass.Decide(Given.Known, command with { Register = "social" }, Given.Context(Given.AsNurse)).ShouldRefuse<MayNotBreakGlass>();
        BreakGlass.Decide(Given.Known, command, Given.Context(Actor.System)).ShouldRefuse<MayNotBreakGlass>();
        BreakGlass.Decide(PersonState.Empty, command, Given.Context(Given.AsNurse)).ShouldRefuse<PersonNotFound>();
    }

    private static RepresentativeAdded Added(int days) => new(Given.Eetu, Given.Aino, RepresentativeKinds.Mandate, Given.Today.PlusDays(days));

    private static RepresentativeEnded Ended(int days) => new(Given.Eetu, Given.Aino, RepresentativeKinds.Mandate, Given.Today.PlusDays(days));

    private static PersonState Times(params IEvent[] events) => Given.State([Given.Registered, .. events]);

    private static Decision Add(PersonState state, int days) =>
        AddRepresentative.Decide(state, new(Given.Eetu, Given.Aino, RepresentativeKinds.Mandate, Given.Today.PlusDays(days), Given.Aino), null, Given.Today, null);

    private static Decision End(PersonState state, int firstDay, int lastDay) =>
        EndRepresentative.Decide(state, new(Given.Eetu, Given.Aino, RepresentativeKinds.Mandate, Given.Today.PlusDays(firstDay), Given.Today.PlusDays(lastDay)), Given.Today);
}
