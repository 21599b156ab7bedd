using Microsoft.AspNetCore.Http;
using NodaTime;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Residents.Care;
using Yhteys.Residents.ReadLog;
using Yhteys.Residents.Vault;
using Yhteys.Ui;

namespace Yhteys.Booking;

/// <summary>What the endpoints work with.</summary>
internal sealed record Tools(Journal Journal, People People, ReadLogBook Log, IClock Clock, RefusalText Refusals, ContentStore Content)
{
    /// <summary>The right in the register, and a relation to the person (act 703/2023).</summary>
    public bool MayHandle(CurrentUser user, Guid person, string register) =>
        user.May(Rights.AppointmentOffer, register)
        && People.Find(person) is { } row
        && CareAccess.MayRead(user.Actor, register, row, People.RelationsOf(person), Clock.GetCurrentInstant()) != ReadGround.None;

    /// <summary>Sends the command; a refusal is added to the form.</summary>
    public async Task<bool> Send(FormState form, CurrentUser user, Guid[] streams, Func<Work, Decision> decide)
    {
        var outcome = await Journal.Handle(new Envelope(form.CommandId ?? Guid.NewGuid(), user.Actor, "care", streams), decide);
        if (outcome is not Outcome.Refused(var refusal)) return true;
        form.Errors.Add(refusal.Field ?? "", Refusals.Of(refusal.GetType(), refusal.Key, refusal.Arguments));
        return false;
    }

    public static async Task<FormState> Form(HttpContext context) => FormState.Read(await context.Request.ReadFormAsync(context.RequestAborted));
}
