using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using NodaTime;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Residents.Identity;
using Yhteys.Residents.Vault;
using Yhteys.Ui;

namespace Yhteys.Residents;

/// <summary>Registers a person who is not known yet: first the person, the identity may come later.</summary>
internal static partial class RegisterPersonPage
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(ResidentPages.New, () => Show(new())).Needs(Rights.ContactRecord);
        pages.MapPost(ResidentPages.New, Register).Needs(Rights.ContactRecord);
    }

    private static PageResult<RegisterPersonView> Show(FormState form) => new(new { Form = form }) { StatusCode = form.Status };

    private static async Task<IResult> Register(
        HttpContext context, Journal journal, ResidentsOptions options, LookupKey lookup, IClock clock, IStringLocalizer<Texts> texts, RefusalText refusals)
    {
        var form = await context.Form();
        // From the search, with what was typed there: nothing is wrong yet.
        if (form.Text("Begin") is not null) return Show(form);

        var today = clock.Today();
        var command = Read(form, texts);
        if (!form.Valid) return Show(form);
        var key = Hetu.Check(command.IdentityCode, today) is { Valid: true, Code: { } code } ? lookup.Of(code) : null;
        var outcome = await journal.Handle(form.Envelope(context.SignedIn(), "contact", command.Person), work => RegisterPerson.Decide(
            work.State<PersonState>(command.Person), command, key is null ? null : work.Row<IdentityCodeRow>(key)?.Person, options.AcceptRealCodes, today));

        if (outcome is Outcome.Done done) return TypedResults.LocalRedirect(ResidentPages.Card(done.Events[0].Stream));
        form.Errors.Add(((Outcome.Refused)outcome).Refusal, refusals);
        return Show(form);
    }

    private static RegisterPerson Read(FormState form, IStringLocalizer<Texts> texts)
    {
        form.Limit("GivenNames", RegisterPerson.MostCharacters, texts["NameTooLong"]);
        form.Limit("Surname", RegisterPerson.MostCharacters, texts["NameTooLong"]);
        form.Limit("Phone", 50, texts["PhoneTooLong"]);
        if (form.Text("Phone") is { } phone && !Phone().IsMatch(phone)) form.Errors.Add("Phone", texts["PhoneWrong"]);
        form.Limit("Email", 200, texts["EmailTooLong"]);
        if (form.Text("Email") is { } email && !email.Contains('@', StringComparison.Ordinal)) form.Errors.Add("Email", texts["EmailWrong"]);
        return new(
            Guid.NewGuid(),
            new(form.Require("GivenNames", texts["GivenNamesMissing"]) ?? "", form.Require("Surname", texts["SurnameMissing"]) ?? ""),
            form.Text("IdentityCode"),
            form.Date("BirthDate", texts["BirthDateWrong"]),
            form.Text("Sex") switch { "female" => Sex.Female, "male" => Sex.Male, _ => Sex.Unknown },
            form.Text("Language") ?? "fi",
            TemporaryId.New(),
            form.Text("Municipality"),
            ContactData: new(form.Text("Phone"), form.Text("Email")),
            NonDisclosure: form.Has("NonDisclosure", "true"));
    }

    // A number as people write it, at home or abroad.
    [GeneratedRegex(@"^\+?[0-9][0-9 ()/-]{3,}$", RegexOptions.None, 1000)]
    private static partial Regex Phone();
}
