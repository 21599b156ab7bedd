using Microsoft.Extensions.Localization;
using NodaTime;
using Yhteys.Calendar;
using Yhteys.Cases;
using Yhteys.Cases.Views;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Residents.Care;
using Yhteys.Residents.ReadLog;
using Yhteys.Residents.Vault;
using Yhteys.Ui;

namespace Yhteys.Assessment;

/// <summary>What the endpoints work with.</summary>
internal sealed record Tools(
    Journal Journal, People People, OrganisationQueries Organisation, MatterReach Reach, ContentStore Store, ReadLogBook Log, IClock Clock, IStringLocalizer<Texts> Texts,
    RefusalText Refusals)
{
    public ContentInUse Content => ContentInUse.Of(Store);

    public LocalDate Today => Clock.Today();

    /// <summary>The right in the matter's register, and a relation to its person (act 703/2023).</summary>
    public bool MayHandle(CurrentUser user, MatterRow matter, string right) =>
        user.May(right, matter.Register) && Reach.GroundOf(user, matter) != ReadGround.None;

    /// <summary>One row in the read log for a form that shows the matter.</summary>
    public Task Read(CurrentUser user, MatterRow matter) =>
        Log.Record(ReadEntry.Of(user, "matter", matter.Register, Reach.GroundOf(user, matter), "care", matter.Person), matter);

    /// <summary>Sends the command about a matter; a refusal is added to the form, which is then to be shown <see cref="Again"/>, and the answer is null.</summary>
    public async Task<Outcome.Done?> Send(FormState form, CurrentUser user, Guid stream, string purpose, Instant? happened, Func<Work, Decision> decide)
    {
        var outcome = await Journal.Handle(
            form.Envelope(user, purpose, stream) with { HappenedAt = happened, LateReason = happened is null ? null : form.Text("LateReason") },
            work => work.State<Matter>(stream).Changed(form.Seen) is { } changed ? changed : decide(work));
        if (outcome is Outcome.Done done) return done;
        if (((Outcome.Refused)outcome).Refusal is not ChangedSinceOpened and var refusal) Add(form, refusal);
        return null;
    }

    /// <summary>
    /// The matter with which a form that was not carried out is shown again. The form tells of this state from now on, so what has changed since it was opened
    /// is said now, whatever else is wrong in it; what the user did not touch becomes what it is now.
    /// </summary>
    /// <param name="shown">What the form shows beforehand of a matter; null = nothing.</param>
    public MatterRow Again(FormState form, Guid matter, Func<MatterRow, IReadOnlyList<ShownField>>? shown = null)
    {
        var now = Journal.Find<MatterRow>(matter)!;
        if (form.Seen is not { } seen || seen == now.Version) return now;
        Add(form, new ChangedSinceOpened());
        form.Renew(now.Version, shown?.Invoke(now) ?? []);
        return now;
    }

    /// <summary>Adds a refusal's sentence to the form.</summary>
    public void Add(FormState form, Refusal refusal) => form.Refuse(refusal, Refusals);

    /// <summary>Noon of an earlier day, with a reason; null = now.</summary>
    public Instant? HappenedAt(FormState form)
    {
        var (today, reason) = (Today, form.Text("LateReason"));
        if (reason is not null && !LateReasons.All.Contains(reason)) form.Errors.Add("LateReason", Texts["LateReasonMissing"]);
        if (form.Date("HappenedAt", Texts["DayWrong"]) is not { } day || day == today) return null;
        if (day > today) form.Errors.Add("HappenedAt", Texts["DayInFuture"]);
        if (!Common.InCalendar(day)) form.Errors.Add("HappenedAt", Texts["DayOutsideCalendar"]);
        if (reason is null) form.Errors.Add("LateReason", Texts["LateReasonMissing"]);
        return day.At(LocalTime.Noon).InZoneLeniently(Fi.Helsinki).ToInstant();
    }
}
