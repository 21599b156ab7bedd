using Microsoft.AspNetCore.Http;
using NodaTime;
using Yhteys.Calendar;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Organisation.Views;
using Yhteys.Ui;

namespace Yhteys.Organisation;

/// <summary>What the pages that keep up the organisation work with.</summary>
internal sealed record Upkeep(Journal Journal, OrganisationQueries Organisation, ContentStore Content, IMatterLoad Load, IBookedTimes Times, RefusalText Refusals, PageFrame Frame, IClock Clock)
{
    public ServiceLines Codes => Content.Current.Services;

    public LocalDate Today => Clock.Today();

    /// <summary>Sends the command; null, with the refusal in the form, when it was refused.</summary>
    /// <param name="renew">Fills the form anew with what another has changed since it was opened, given the version of the stream.</param>
    public async Task<Outcome.Done?> Send(FormState form, HttpContext context, Guid stream, Func<Work, Decision> decide, Action<long>? renew = null)
    {
        var outcome = await Journal.Handle(form.Envelope(context.SignedIn(), "organisation", stream), decide);
        if (outcome is Outcome.Refused(var refusal))
        {
            Refuse(form, refusal.Field ?? "", refusal);
            if (refusal is ChangedSinceOpened)
                renew?.Invoke(Journal.Stream(stream) is [.., var newest] ? newest.Version : 0);
        }

        return outcome as Outcome.Done;
    }

    public void Refuse(FormState form, string field, Refusal refusal) => form.Refuse(refusal, Refusals, field);
}
