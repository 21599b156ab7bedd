using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using NodaTime;
using Yhteys.Calendar;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Residents.Care;
using Yhteys.Residents.Identity;
using Yhteys.Residents.ReadLog;
using Yhteys.Residents.Vault;
using Yhteys.Ui;

namespace Yhteys.Residents;

/// <summary>Registers a person who is not known yet: first the person, the identity may come later.</summary>
internal static class RegisterPersonPage
{
    /// <summary>Hidden field: the known persons whom the tick is about.</summary>
    internal const string AnotherThan = "AnotherThan";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(ResidentPages.New, () => Show(new())).Needs(Rights.ContactRecord);
        pages.MapPost(ResidentPages.New, Register).Needs(Rights.ContactRecord);
    }

    private static PageResult<RegisterPersonView> Show(FormState form) => new(new { Form = form }) { StatusCode = form.Status };

    private static async Task<IResult> Register(
        HttpContext context, Journal journal, People people, ReadLogBook log, ResidentsOptions options, LookupKey lookup, IClock clock, IStringLocalizer<Texts> texts, RefusalText refusals)
    {
        var form = await FormState.Sent(context);
        // From the search, with what was typed there: nothing is wrong yet.
        if (form.Text("Begin") is not null) return Show(form);

        var today = clock.Today();
        var command = Read(form, texts);
        if (!form.Valid) return Show(form);
        var key = Hetu.Check(command.IdentityCode, today) is { Valid: true, Code: { } code } ? lookup.Of(code) : null;
        var namesakes = Namesakes(command, key is not null, people, today);
        var outcome = await journal.Handle(form.Envelope(context.SignedIn(), "contact", command.Person), work => RegisterPerson.Decide(
            work.State<PersonState>(command.Person), command, key is null ? null : work.Row<IdentityCodeRow>(key)?.Person, options.AcceptRealCodes, today, [.. namesakes.Select(n => n.Person)]));

        if (outcome is Outcome.Done done) return TypedResults.LocalRedirect(ResidentPages.Card(done.Events[0].Stream));
        var refusal = ((Outcome.Refused)outcome).Refusal;
        form.Refuse(refusal, refusals);
        // The sentence tells that they are known, as a search does.
        if (refusal is NamesakeKnown)
        {
            // A word given of somebody else, before the name or the day was corrected, is not a word about these.
            form["Another"] = null;
            form[AnotherThan] = string.Join(' ', namesakes.Select(n => n.Person));
            await log.Record(ReadEntry.Of(context.SignedIn(), "find_person", Registers.None, ReadGround.None, "contact", namesakes.Select(n => n.Person)));
        }

        return Show(form);
    }

    /// <summary>Those known with the same name and day of birth, in any case and with or without accents. Two who each have an identity code are two.</summary>
    private static IReadOnlyList<PersonRow> Namesakes(RegisterPerson command, bool hasCode, People people, LocalDate today)
    {
        if ((command.BirthDate ?? Hetu.Check(command.IdentityCode, today).BirthDate) is not { } birth) return [];
        var name = NameWords(command.Name);
        return [.. people.FindByName(command.Name.Known, birth).Where(p => !(hasCode && p.CodeKey is not null) && NameWords(people.NameOf(p)).SetEquals(name))];
    }

    private static HashSet<string> NameWords(PersonName? name) => [.. FoldedText.Words(name?.Known ?? "")];

    private static RegisterPerson Read(FormState form, IStringLocalizer<Texts> texts)
    {
        PersonName.Check(form, texts);
        ContactFields.Check(form, texts);
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
            NonDisclosure: form.Has("NonDisclosure", "true"),
            AnotherThan: form.Has("Another", "true") ? [.. (form.Text(AnotherThan) ?? "").Split(' ').Select(id => Guid.TryParse(id, out var person) ? person : Guid.Empty)] : []);
    }
}
