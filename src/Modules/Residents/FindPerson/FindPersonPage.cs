using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using NodaTime;
using Yhteys.Calendar;
using Yhteys.Organisation;
using Yhteys.Residents.Care;
using Yhteys.Residents.Identity;
using Yhteys.Residents.ReadLog;
using Yhteys.Residents.Vault;
using Yhteys.Ui;

namespace Yhteys.Residents;

/// <summary>Finds a person by identity code, or by name and day of birth. What is searched for is never in an address.</summary>
internal static class FindPersonPage
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(ResidentPages.Find, () => Show(new(), null)).Needs(Rights.ContactRecord);
        pages.MapPost(ResidentPages.Find, Search).Needs(Rights.ContactRecord);
    }

    private static PageResult<FindPersonView> Show(FormState form, IReadOnlyList<FoundPerson>? found) =>
        new(new { Form = form, Found = found }) { StatusCode = form.Status };

    private static async Task<IResult> Search(HttpContext context, People people, ReadLogBook log, IClock clock, IStringLocalizer<Texts> texts)
    {
        var form = await FormState.Sent(context);
        var rows = Rows(form, people, clock.Today(), texts);
        if (!form.Valid) return Show(form, null);
        // The one whom a code names is shown on the card's own page, which makes its own entry in the read log.
        if (rows is [var only] && form.Text("Code") is not null) return TypedResults.LocalRedirect(ResidentPages.Card(only.Person));

        await log.Record(ReadEntry.Of(context.SignedIn(), "find_person", Registers.None, ReadGround.None, "contact", rows.Select(r => r.Person)));
        return Show(form, [.. rows.Select(r => new FoundPerson(r.Person, people.NameOf(r)?.Full ?? "", r.BirthDate, r.DisclosedMunicipality, r.NonDisclosure))]);
    }

    private static IReadOnlyList<PersonRow> Rows(FormState form, People people, LocalDate today, IStringLocalizer<Texts> texts)
    {
        if (form.Text("Code") is { } code)
        {
            if (TemporaryId.Read(code) is null && Hetu.Check(code, today) is { Valid: false } wrong)
                form.Errors.Add("Code", texts[$"Hetu.{wrong.Fault}"]);
            return form.Valid && people.FindByCode(code) is { } row ? [row] : [];
        }

        if (form.Text("Name") is null && form.Text("BirthDate") is null)
        {
            form.Errors.Add("Code", texts["Find.Nothing"]);
            return [];
        }

        var name = form.Require("Name", texts["Find.NameMissing"]);
        form.Limit("Name", RegisterPerson.MostCharacters, texts["NameTooLong"]);
        form.Require("BirthDate", texts["Find.BirthDateMissing"]);
        var birth = form.Date("BirthDate", texts["BirthDateWrong"]);
        if (!form.Valid) return [];
        var found = people.FindByName(name!, birth!.Value);
        if (found.Count == 0 && !People.IsEnough(name!)) form.Errors.Add("Name", texts["Find.NameShort"]);
        return found;
    }
}

/// <summary>A person in the list of those found.</summary>
public sealed record FoundPerson(Guid Person, string Name, LocalDate? BirthDate, string? Municipality, bool NonDisclosure);
