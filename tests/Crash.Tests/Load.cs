using System.Collections.Concurrent;
using System.Net;
using Yhteys.Bench.Http;
using Yhteys.Demo.Population;
using Yhteys.Ui;

namespace Yhteys.Crash.Tests;

/// <summary>
/// Users at their browsers: residents send contacts, nurses take matters and write to residents. It keeps on its side which commands were
/// acknowledged, and which were sent without an answer.
/// </summary>
internal sealed class Load
{
    private const int Residents = 5, Writers = 2;
    private readonly ConcurrentDictionary<Guid, string> _acknowledged = new();
    private readonly ConcurrentDictionary<Guid, (string Persona, HtmlForm Form)> _unanswered = new();
    private readonly ConcurrentQueue<string> _strange = new();

    public IReadOnlyDictionary<Guid, string> Acknowledged => _acknowledged;
    public int Unanswered => _unanswered.Count;

    /// <summary>Answers that are neither a success nor a refusal; there should be none.</summary>
    public IReadOnlyCollection<string> Strange => _strange;

    /// <summary>Works until the server goes away, or the time is out.</summary>
    public Task Work(Uri server, CancellationToken stop) => Task.WhenAll([
        .. Enumerable.Range(0, Residents).Select(i => Task.Run(() => UntilGone(server, i == 0 ? "older_resident" : "resident", Contact, stop), CancellationToken.None)),
        .. Enumerable.Range(0, Writers).Select(_ => Task.Run(() => UntilGone(server, "guidance_nurse", Write, stop), CancellationToken.None)),
        Task.Run(() => UntilGone(server, "guidance_nurse", Take, stop), CancellationToken.None),
    ]);

    /// <summary>Sends the unanswered forms again, as a user does who got no answer: each is then acknowledged, whether it was carried out before or not.</summary>
    /// <returns>How many were acknowledged now.</returns>
    public async Task<int> SendAgain(Uri server)
    {
        var accepted = 0;
        foreach (var persona in _unanswered.GroupBy(u => u.Value.Persona).ToList())
        {
            var user = new WebUser(server);
            await user.SignIn(persona.Key);
            foreach (var (command, (_, form)) in persona)
            {
                // The token was made for another session, so the page comes back with the form as it was typed, its command id and a fresh token.
                var page = await user.Post(form);
                if (page.Location is null && HtmlForm.Find(page.Html, action => action == form.Action) is { } kept)
                {
                    CommandOf(persona.Key, kept).ShouldBe(command);
                    page = await user.Post(kept);
                }

                if (Accepted(page))
                {
                    _acknowledged[command] = page.Location!;
                    accepted++;
                }
                else if (!Refused(page))
                    _strange.Enqueue($"{form.Action} sent again: {page.Status} {page.Location}");

                _unanswered.TryRemove(command, out var _);
            }
        }

        return accepted;
    }

    private async Task UntilGone(Uri server, string persona, Func<WebUser, string, Task> work, CancellationToken stop)
    {
        var user = new WebUser(server);
        try
        {
            await user.SignIn(persona);
            while (!stop.IsCancellationRequested)
                await work(user, persona);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException)
        {
            // The server was killed.
        }
    }

    private async Task Contact(WebUser user, string persona)
    {
        var page = await user.Get("/contact");
        var form = HtmlForm.Find(page.Html, action => action == "/contact");
        if (form is null)
            _strange.Enqueue($"/contact: {page.Status}");
        else
            await Send(user, persona, form.With(
                ("Danger", "no"), ("For", "me"), ("ServiceLine", "primary_care"), ("Text", "Esimerkki: selkä on ollut kipeä viikon."), ("HelpWanted", "days"), ("ReplyBy", "web")));
    }

    // Only one of them takes: who takes what they have already is told yes, and nothing is written of it.
    private async Task Take(WebUser user, string persona)
    {
        var list = await user.Get("/worklist?whose=free");
        if (list.Status != HttpStatusCode.OK)
            _strange.Enqueue($"/worklist: {list.Status}");
        if (Any(HtmlForm.Actions(list.Html).Where(action => action.EndsWith("/take", StringComparison.Ordinal))) is { } take)
            await Send(user, persona, HtmlForm.Find(list.Html, action => action == take)!);
        else
            await Task.Delay(20);
    }

    private async Task Write(WebUser user, string persona)
    {
        var list = await user.Get("/worklist");
        if (Any(HtmlForm.Actions(list.Html).Where(action => action.StartsWith("/matters/", StringComparison.Ordinal))) is not { } action)
        {
            await Task.Delay(20);
            return;
        }

        var matter = await user.Get(action[..action.LastIndexOf('/')]);
        if (HtmlForm.Find(matter.Html, a => a.EndsWith("/write", StringComparison.Ordinal)) is { } write)
            await Send(user, persona, write.With(("Text", "Esimerkki: kuinka kauan tämä on jatkunut?")));
        else
            _strange.Enqueue($"{action}: {matter.Status}, no form to write in");
    }

    private static string? Any(IEnumerable<string> actions) => actions.ToList() is [_, ..] all ? all[Random.Shared.Next(all.Count)] : null;

    private async Task Send(WebUser user, string persona, HtmlForm form)
    {
        var command = CommandOf(persona, form);
        _unanswered[command] = (persona, form);
        var answer = await user.Post(form);
        _unanswered.TryRemove(command, out var _);
        if (Accepted(answer))
            _acknowledged[command] = answer.Location!;
        else if (!Refused(answer))
            _strange.Enqueue($"{form.Action}: {answer.Status} {answer.Location}");
    }

    private static Guid CommandOf(string persona, HtmlForm form) => FormState.CommandIdOf(DemoIds.Of(persona).ToString(), form.Action, form.CommandId);

    private static bool Accepted(Answer answer) => answer.Location is { } location && !location.Contains("refused", StringComparison.Ordinal)
        && !location.StartsWith("/sign-in", StringComparison.Ordinal);

    // What somebody else has done meanwhile is refused on the page itself. A taken matter can't be taken again: that leads back with a word of it.
    private static bool Refused(Answer answer) => answer.Location is { } location
        ? location.Contains("refused", StringComparison.Ordinal)
        : answer.Status == HttpStatusCode.UnprocessableEntity;
}
