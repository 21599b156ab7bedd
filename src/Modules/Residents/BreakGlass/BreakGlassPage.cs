using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Residents.Care;
using Yhteys.Residents.ReadLog;
using Yhteys.Residents.Vault;
using Yhteys.Ui;

namespace Yhteys.Residents;

/// <summary>Asks the reason before data is opened without a care relation. The page itself shows nobody.</summary>
internal static class BreakGlassPage
{
    private const string Path = "/people/{person:guid}/break-glass";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, (Guid person, string? register, string? back, People people) =>
            people.Find(person) is null || register is not (Registers.Health or Registers.Social)
                ? (IResult)TypedResults.NotFound()
                : Show(person, register, LocalPath.OrFront(back), new())).Needs(Rights.BreakGlass);
        pages.MapPost(Path, Break).Needs(Rights.BreakGlass);
    }

    private static PageResult<BreakGlassView> Show(Guid person, string register, string back, FormState form) =>
        new(new { Person = person, Register = register, Back = back, Form = form }) { StatusCode = form.Status };

    private static async Task<IResult> Break(
        Guid person, HttpContext context, Journal journal, People people, ReadLogBook log, IStringLocalizer<Texts> texts, RefusalText refusals)
    {
        var form = await FormState.Sent(context);
        var back = LocalPath.OrFront(form.Text("Back"));
        if (people.Find(person) is null || form.Text("Register") is not (Registers.Health or Registers.Social) || form.Text("Register") is not { } register)
            return TypedResults.NotFound();

        form.Limit("Reason", 500, texts["ReasonTooLong"]);
        if (!form.Valid) return Show(person, register, back, form);
        var user = context.SignedIn();
        var command = new BreakGlass(person, register, form.Text("Reason") ?? "");
        var outcome = await journal.Handle(form.Envelope(user, "break_glass", person), work =>
            BreakGlass.Decide(work.State<PersonState>(person), command, work.Context(person)));
        if (outcome is Outcome.Refused refused)
        {
            form.Refuse(refused.Refusal, refusals);
            return Show(person, register, back, form);
        }

        await log.Record(ReadEntry.Of(user, "break_glass", register, ReadGround.BrokenGlass, command.Reason, person));
        return TypedResults.LocalRedirect(back);
    }
}
