using System.Diagnostics;
using System.Net;

namespace Yhteys.Bench.Http;

/// <summary>
/// The main job as browsers do it: a resident sends a contact and reads the receipt; a nurse opens the worklist and the matter, takes it,
/// assesses the need and offers a time; the resident accepts. Each command is GET form, POST with its token, and the page it leads to.
/// </summary>
internal sealed class MainJob(Uri server, IReadOnlyList<string> residents, IReadOnlyList<string> nurses)
{
    /// <summary>Durable commands in a flow: contact, take, assess, offer, accept.</summary>
    public const int Commands = 5;

    private const string Text = "Esimerkki: selkä on ollut kipeä kaksi viikkoa, eikä kävely ole auttanut. Voiko joku soittaa iltapäivällä?";

    /// <summary>So many users at once, each beginning the next flow when one has ended.</summary>
    /// <returns>Whole flows per second.</returns>
    public async Task<double> Closed(int users, TimeSpan time, Times times)
    {
        var watch = Stopwatch.StartNew();
        var flows = 0;
        await Task.WhenAll(Enumerable.Range(0, users).Select(_ => Task.Run(async () =>
        {
            while (watch.Elapsed < time)
                if (await Flow(times))
                    Interlocked.Increment(ref flows);
        })));
        return flows / watch.Elapsed.TotalSeconds;
    }

    /// <summary>So many flows begin each second until it is stopped, whatever the others are doing.</summary>
    public async Task Paced(double perSecond, Times times, CancellationToken stop)
    {
        var running = new List<Task>();
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1 / perSecond));
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
            {
                running.RemoveAll(r => r.IsCompletedSuccessfully);
                running.Add(Task.Run(() => Flow(times), CancellationToken.None));
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped.
        }

        await Task.WhenAll(running);
    }

    /// <summary>One flow; false when a step of it did not succeed.</summary>
    public async Task<bool> Flow(Times times)
    {
        var (resident, nurse) = (new WebUser(server, Any(residents)), new WebUser(server, Any(nurses)));
        if (await Contact(resident, times) is not { } matter)
            return false;
        await Page(nurse, "04 worklist", "/worklist", times);
        var page = await Page(nurse, "05 matter", matter, times);
        if (await Do(nurse, page, "06 take", "/take", _ => true, matter, times) is not { } taken)
            return false;
        page = await Page(nurse, "07 matter taken", taken, times);
        if (await Do(nurse, page, "08 assess", "/assess", Assess, matter, times) is not { } assessed)
            return false;
        page = await Page(nurse, "09 matter assessed", assessed, times);
        if (await Do(nurse, page, "10 offer", "/offer", form => form.Choose("Slot"), matter, times) is not { } offered)
            return false;
        await Page(nurse, "11 matter offered", offered, times);
        return await Accept(resident, times);
    }

    /// <summary>Some resident sends a contact.</summary>
    /// <returns>The address of the matter for professionals; null when it was not taken.</returns>
    public Task<string?> Contact(Times times) => Contact(new WebUser(server, Any(residents)), times);

    /// <summary>A nurse writes to residents, so many messages in a second, until it is stopped.</summary>
    public async Task Messages(double perSecond, CancellationToken stop)
    {
        var nurse = new WebUser(server, Any(nurses));
        var list = (await nurse.Get("/worklist")).Html;
        var matters = HtmlForm.Actions(list).Where(a => a.StartsWith("/matters/", StringComparison.Ordinal)).Select(a => a[..a.LastIndexOf('/')]).Distinct().ToList();
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1 / perSecond));
        while (!stop.IsCancellationRequested)
        {
            await timer.WaitForNextTickAsync(CancellationToken.None);
            var page = await nurse.Get(Any(matters));
            if (HtmlForm.Find(page.Html, action => action.EndsWith("/write", StringComparison.Ordinal)) is { } write)
                await nurse.Post(write.With(("Text", Text)));
        }
    }

    private static async Task<string?> Contact(WebUser resident, Times times)
    {
        var contact = HtmlForm.Find((await Page(resident, "01 contact form", "/contact", times)).Html, action => action == "/contact");
        if (contact is null)
            return Failed("the contact form", times);
        contact.Choose("HelpWanted");
        var sent = await times.Measure("02 contact sent", () => resident.Post(contact.With(
            ("Danger", "no"), ("For", "me"), ("ServiceLine", "primary_care"), ("Text", Text), ("HelpWanted", "days"), ("ReplyBy", "web"))));
        if (sent.Location is null)
            return Failed($"contact sent: {sent.Status}", times);
        var receipt = await Page(resident, "03 receipt", sent.Location, times);
        return MatterIn(receipt.Html) is { } matter ? matter : Failed("the receipt's link to the matter", times);
    }

    private static bool Assess(HtmlForm form)
    {
        form.Choose("Urgency");
        form.With(("Urgency", "non_urgent"), ("Outcome", "appointment"), ("MedicalReason", "true"), ("GeneralMedicine", "true"), ("Note", "Esimerkkikirjaus."));
        return true;
    }

    private static async Task<bool> Accept(WebUser resident, Times times)
    {
        var page = await Page(resident, "12 my appointments", "/my-appointments", times);
        return await Do(resident, page, "13 accept", "/accept", _ => true, "/my-appointments", times) is { } accepted
            && (await Page(resident, "14 appointment accepted", accepted, times)).Status == HttpStatusCode.OK;
    }

    /// <summary>
    /// Fills in and sends a form of the page. A time that somebody else got first is chosen again: from the page that says so, which has all times of a
    /// day, and if that is gone too from the page before.
    /// </summary>
    /// <returns>Where the answer leads; null when it leads nowhere.</returns>
    private static async Task<string?> Do(WebUser user, Answer page, string step, string form, Func<HtmlForm, bool> fill, string back, Times times)
    {
        for (var attempt = 0; attempt < 10; attempt++)
        {
            if (HtmlForm.Find(page.Html, action => action.EndsWith(form, StringComparison.Ordinal)) is not { } found || !fill(found))
                break;
            var answer = await times.Measure(step, () => user.Post(found));
            if (answer.Location is { } location && !location.Contains("refused", StringComparison.Ordinal))
                return location;
            if (answer.Status is not (HttpStatusCode.UnprocessableEntity or HttpStatusCode.Redirect))
            {
                times.Fail($"{step}: {answer.Status}");
                return null;
            }

            page = attempt % 2 == 0 && HtmlForm.Find(answer.Html, action => action.EndsWith(form, StringComparison.Ordinal)) is not null
                ? answer
                : await Page(user, step + ", once more", back, times);
        }

        times.Fail($"{step}: no way on from {page.Status} of {back}");
        return null;
    }

    private static async Task<Answer> Page(WebUser user, string step, string path, Times times)
    {
        var answer = await times.Measure(step, () => user.Get(path));
        if (answer.Status != HttpStatusCode.OK)
            times.Fail($"{step}: {answer.Status}");
        return answer;
    }

    private static string? Failed(string what, Times times)
    {
        times.Fail(what);
        return null;
    }

    // The receipt leads the resident to the matter; the nurse opens the same one from the worklist.
    private static string? MatterIn(string html)
    {
        const string Link = "/my-matters/";
        for (var at = html.IndexOf(Link, StringComparison.Ordinal); at >= 0; at = html.IndexOf(Link, at + 1, StringComparison.Ordinal))
            if (html.Length > at + Link.Length + 36 && Guid.TryParse(html.AsSpan(at + Link.Length, 36), out var matter))
                return $"/matters/{matter}";
        return null;
    }

    private static string Any(IReadOnlyList<string> sessions) => sessions[Random.Shared.Next(sessions.Count)];
}
