using Yhteys.Kernel;
using Yhteys.Kernel.Sealing;
using Yhteys.Kernel.Views;
using Yhteys.Residents.Identity;

namespace Yhteys.Residents.Vault;

/// <summary>
/// The identity vault: who is who. The one view that opens what it folds, for the look-up by identity code and by day of birth; whom it
/// can't open any more, because the key has been destroyed, it forgets.
/// </summary>
internal sealed class IdentityVault(KeyRing keys, LookupKey lookup) : View
{
    public override string Name => "vault";

    public override int Version => 3;

    public override bool OpensSealed => true;

    public override IReadOnlyList<Type> Rows => [typeof(PersonRow), typeof(IdentityCodeRow), typeof(TemporaryIdRow), typeof(ActsForRow)];

    public override bool Handles(Type eventType) => eventType.Assembly == typeof(IdentityVault).Assembly;

    public override void Fold(Recorded recorded, IRows rows)
    {
        var person = recorded.Stream;
        if (recorded.Event is PersonRegistered registered)
        {
            if (keys.Has(person)) rows.Put(NewRow(registered));
        }
        else if (rows.Get<PersonRow>(person) is { } row)
        {
            rows.Put(Changed(row, recorded.Event));
            Index(recorded.Event, row, rows);
        }
    }

    private PersonRow NewRow(PersonRegistered e)
    {
        var birth = keys.OpenPersonal<Birth>(e.Birth);
        return new(e.Person, e.Name, birth?.Date, birth?.Sex ?? Sex.Unknown, null, null, null, null, null, null, null, e.Language, false, null, false, [], [], []);
    }

    private PersonRow Changed(PersonRow row, IEvent recorded) => recorded switch
    {
        IdentityCodeConfirmed e => keys.OpenPersonal<Birth>(e.Birth) is { } birth
            ? row with { Code = e.Code, CodeKey = lookup.Of(keys.OpenPersonal<string>(e.Code)!), BirthDate = birth.Date, Sex = birth.Sex }
            : row,
        TemporaryIdGiven e => row with { TemporaryId = e.TemporaryId },
        NameChanged e => row with { Name = e.Name },
        AddressChanged e => row with { Address = e.Address },
        ContactDataChanged e => row with { ContactData = e.ContactData },
        MunicipalityChanged e => Disclosing(row with { Municipality = e.Municipality, MovedAway = row.MovedAway && e.Municipality is null }),
        LanguageChanged e => row with { Language = e.Language },
        NonDisclosureSet => Disclosing(row with { NonDisclosure = true }),
        NonDisclosureLifted => Disclosing(row with { NonDisclosure = false }),
        RepresentativeAdded e => row with { Representatives = [.. row.Representatives, new(e.Representative, e.Kind, e.FirstDay)] },
        RepresentativeEnded e => row with { Representatives = Representative.End(row.Representatives, e) },
        RegisterPermissionGiven e => row with { Permissions = [.. row.Permissions, e.Seen] },
        RegisterPermissionWithdrawn e => row with { Permissions = [.. row.Permissions.Where(p => p != e.Seen)] },
        GlassBroken e => row with { Glasses = [.. row.Glasses.Where(g => g.Professional != e.Professional || g.Register != e.Seen), new(e.Professional, e.Seen, e.Until)] },
        PersonDied e => row with { DiedOn = e.Day },
        PersonMovedAway => row with { MovedAway = true },
        _ => throw new System.Diagnostics.UnreachableException($"The vault does not know {recorded.GetType().Name}."),
    };

    private PersonRow Disclosing(PersonRow row) =>
        row with { DisclosedMunicipality = row.NonDisclosure ? null : keys.OpenPersonal<string>(row.Municipality) };

    private void Index(IEvent recorded, PersonRow before, IRows rows)
    {
        switch (recorded)
        {
            case IdentityCodeConfirmed e when keys.OpenPersonal<string>(e.Code) is { } code:
                if (before.CodeKey is { } old) rows.Delete<IdentityCodeRow>(old);
                rows.Put(new IdentityCodeRow(lookup.Of(code), e.Person, Hetu.Check(code).Artificial));
                break;
            case TemporaryIdGiven e:
                rows.Put(new TemporaryIdRow(e.TemporaryId, e.Person));
                break;
            case RepresentativeAdded e:
                var acts = rows.Get<ActsForRow>(e.Representative) ?? new(e.Representative, []);
                rows.Put(acts with { People = [.. acts.People.Where(p => p != e.Person), e.Person] });
                break;
        }
    }
}
