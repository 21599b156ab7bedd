using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Yhteys.Cases;
using Yhteys.Kernel;
using Yhteys.Kernel.Views;
using Yhteys.Testing;
using Yhteys.Web.Tests.Forms;

namespace Yhteys.Web.Tests.Host;

/// <summary>The browser goes away before it has its answer: its page is closed, or the connection breaks.</summary>
public sealed class CancelledTests : IDisposable
{
    private const string Path = "/contact";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly CancellationTokenSource _gone = new();
    private readonly Ends _ends = new();
    private readonly Meanwhile _meanwhile = new();
    private readonly WebApp _app;

    public CancelledTests() => _app = new(county: Engines.Sqlite, adjust: builder => builder.Services.AddSingleton<IStartupFilter>(_ends).AddSingleton<View>(_meanwhile));

    [Fact]
    public async Task What_breaks_off_while_it_is_sent_is_not_carried_out_and_alarms_nobody()
    {
        var (browser, fields) = await Contact();
        var before = _app.Journal.Head.Position;

        var ended = _ends.Next();
        using var half = new HalfOf(fields);
        await Send(browser, half, () => half.IsRead);

        // Nobody reads the answer any more, whatever its status is.
        (await ended.WaitAsync(Patience, TestContext.Current.CancellationToken)).ShouldBeNull();
        await _app.Journal.CaughtUp();
        _app.Journal.Head.Position.ShouldBe(before);
        _app.Log.Lines.ShouldBeEmpty();
        (await browser.Send(Path, fields)).Status.ShouldBe(302);
        Contacts().ShouldBe(1);

        int Contacts() => _app.Journal.Read(before).Count(r => r.Event is ContactReceived);
    }

    [Fact]
    public async Task What_breaks_off_while_it_is_carried_out_is_carried_out_once_and_a_repeat_gets_its_answer()
    {
        var (browser, fields) = await Contact();
        var before = _app.Journal.Head.Position;

        var ended = _ends.Next();
        using var all = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        await Send(browser, all, () => _meanwhile.Folded(_gone.Cancel));

        (await ended.WaitAsync(Patience, TestContext.Current.CancellationToken)).ShouldBeNull();
        await _app.Journal.CaughtUp();
        var written = _app.Journal.Read(before).ToList();
        var contact = written.Select(r => r.Event).OfType<ContactReceived>().ShouldHaveSingleItem();
        _app.Log.Lines.ShouldBeEmpty();

        var repeat = await browser.Send(Path, fields);

        repeat.Status.ShouldBe(302);
        repeat.Location.ShouldNotBeNull().ShouldContain(contact.Number);
        _app.Journal.Head.Position.ShouldBe(before + written.Count);
        (await browser.Get(repeat.Location!)).Main.ShouldContain(contact.Number);
    }

    public void Dispose()
    {
        _app.Dispose();
        _gone.Dispose();
    }

    private async Task<(Browser Browser, (string Name, string Value)[] Fields)> Contact()
    {
        var browser = await _app.SignedIn("resident");
        var form = WebForm.On(await browser.Get(Path), Path).First(f => f.Posts && f.Action == Path);
        return (browser, form.Filled("Text", "Esimerkki: selkä on kipeä."));
    }

    // Sends the form, and goes away when that has come true.
    private async Task Send(Browser browser, HttpContent content, Func<Task> until)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = content, Headers = { { "Origin", Browser.Origin } } };
        var come = until();
        var sent = browser.Http.SendAsync(request, _gone.Token);
        await come.WaitAsync(Patience, TestContext.Current.CancellationToken);
        await _gone.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(sent);
    }

    /// <summary>A form that goes on for longer than the server keeps unread, and never ends.</summary>
    private sealed class HalfOf : HttpContent
    {
        private readonly TaskCompletionSource _read = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly FormUrlEncodedContent _begun;

        public HalfOf((string Name, string Value)[] fields)
        {
            _begun = new([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), KeyValuePair.Create("Last", new string('x', 200_000))]);
            Headers.ContentType = _begun.Headers.ContentType;
        }

        /// <summary>The server has begun to read it.</summary>
        public Task IsRead => _read.Task;

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            await _begun.CopyToAsync(stream, cancellationToken);
            await stream.FlushAsync(cancellationToken);
            _read.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 500_000;
            return true;
        }

        protected override void Dispose(bool disposing)
        {
            _begun.Dispose();
            base.Dispose(disposing);
        }
    }

    /// <summary>Tells how the server is done with a form.</summary>
    private sealed class Ends : IStartupFilter
    {
        private TaskCompletionSource<Exception?>? _next;

        /// <summary>What the program threw at the server when it was done with the next form; null for nothing.</summary>
        public Task<Exception?> Next() => (_next = new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (context, go) =>
            {
                var told = HttpMethods.IsPost(context.Request.Method) ? Interlocked.Exchange(ref _next, null) : null;
                try
                {
                    await go(context);
                    told?.TrySetResult(null);
                }
                catch (Exception thrown)
                {
                    told?.TrySetResult(thrown);
                    throw;
                }
            });
            next(app);
        };
    }

    /// <summary>Does something while a contact is being written.</summary>
    private sealed class Meanwhile : View
    {
        private readonly TaskCompletionSource _folded = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Action? _act;

        public override string Name => "meanwhile";

        public override IReadOnlyList<Type> Rows => [typeof(MeanwhileRow)];

        public override bool Handles(Type eventType) => eventType == typeof(ContactReceived);

        public Task Folded(Action act)
        {
            _act = act;
            return _folded.Task;
        }

        public override void Fold(Recorded recorded, IRows rows)
        {
            if (Interlocked.Exchange(ref _act, null) is not { } act)
                return;
            act();
            _folded.TrySetResult();
        }
    }

    public sealed record MeanwhileRow(Guid Contact);
}
