using System.Globalization;
using System.Security.Cryptography;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using Npgsql;
using Yhteys.Access;
using Yhteys.Access.Clocks;
using Yhteys.Booking;
using Yhteys.Calendar;
using Yhteys.Cases;
using Yhteys.Cases.Views;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Kernel.Storage;
using Yhteys.Organisation;
using Yhteys.Organisation.Views;
using Yhteys.Residents;
using Yhteys.Residents.Identity;
using Yhteys.Residents.ReadLog;
using Yhteys.Residents.Vault;
using Yhteys.Testing;
using Yhteys.Ui;

namespace Yhteys.Assessment.Tests.Pages;

/// <summary>The modules' pages on a server in memory, on either engine: one unit that handles everything, a professional of each profession, people of several ages.</summary>
internal sealed class FactsHost : IAsyncDisposable
{
    public static readonly Guid Unit = IdOf("unit"), OtherUnit = IdOf("other unit");
    private readonly string _folder = Directory.CreateTempSubdirectory("yhteys-test-").FullName;
    private readonly string? _database;
    private readonly WebApplication _app;

    private FactsHost(string engine)
    {
        _database = engine == Engines.Postgres ? "f" + Guid.NewGuid().ToString("N") : null;
        if (_database is not null) Engines.Execute($"create database {_database}");
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddSingleton<IClock>(Clock);
        builder.Services.AddAntiforgery();
        builder.Services.AddAntiforgery();
        builder.Services.AddUi().AddContent().AddOrganisation().AddAccess().AddCases().AddAssessment().AddBooking()
            .AddResidents(new(new byte[32], new byte[32], () => new SqliteReadLog(Path.Combine(_folder, "read-log.db"))));
        builder.Services.AddKernel(_ => Connect(), RandomNumberGenerator.GetBytes(32), new JournalOptions(new byte[32]));
        _app = builder.Build();
        _app.Use((context, next) =>
        {
            if (context.Request.Headers["X-User"].ToString() is { Length: > 0 } who)
                context.User = User(who).ToPrincipal("test");
            CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(Language);
            return next(context);
        });
        _app.MapCases();
        _app.MapAssessment();
        _app.MapBooking();
        _app.Services.GetRequiredService<ContentStore>().Load().ShouldBeEmpty();
        Journal.Start();
        _app.Start();
    }

    public TestClock Clock { get; } = new();
    public Journal Journal => _app.Services.GetRequiredService<Journal>();
    public ReadLogQueries Log => _app.Services.GetRequiredService<ReadLogQueries>();
    public CompletionWatch Watch => _app.Services.GetRequiredService<CompletionWatch>();
    public ContentInUse Content => ContentInUse.Of(_app.Services.GetRequiredService<ContentStore>());
    public LocalDate Today => FinnishTime.Day(Clock.Now);

    /// <summary>A person by age: adult (40), youth (17), child (9), old (80).</summary>
    public static Guid Person(string age) => IdOf("person:" + age);

    /// <summary>A professional by profession; unit_manager and stranger (a nurse elsewhere) too.</summary>
    public static Guid Staff(string who) => IdOf("staff:" + who);

    public static async Task<FactsHost> Start(string engine = Engines.Sqlite)
    {
        var host = new FactsHost(engine);
        var lines = ClockVocabulary.ServiceLines;
        await host.Append(Unit, new UnitOpened(Unit, new("Yksikkö", "Enhet", "Unit"), "guidance_centre", "272", lines, true, new(2023, 1, 1)));
        await host.Append(OtherUnit, new UnitOpened(OtherUnit, new("Toinen", "Annan", "Other"), "health_centre", "217", [], false, new(2023, 1, 2)));
        foreach (var who in (string[])[.. ClockVocabulary.Professions, "unit_manager", "stranger"])
        {
            var profession = who is "unit_manager" or "stranger" ? "nurse" : who;
            await host.Append(
                Staff(who), new ProfessionalAppointed(Staff(who), "Testi", who, profession, ClockVocabulary.LicenceOf(profession), new(2023, 1, 1)),
                new RoleGranted(Staff(who), User(who).Unit!.Value, User(who).Role, new(2023, 1, 1)));
        }

        foreach (var (age, born) in new[] { ("adult", 1985), ("youth", 2008), ("child", 2016), ("old", 1945) })
            await host.Register(Person(age), new(born, 5, 17), born);
        await host.SchoolYear("272", new SchoolBreak("Talviloma", new(2026, 3, 16), new(2026, 3, 20)));
        return host;
    }

    /// <summary>Of the pages.</summary>
    public string Language { get; set; } = "fi";

    public async Task Append(Guid stream, params IEvent[] events) =>
        (await Journal.Handle(new(Guid.NewGuid(), Actor.System, "test"), _ => Decision.Append(stream, events))).Accepted.ShouldBeTrue();

    public Task<Page> Get(string path, string? who) => Send(new(HttpMethod.Get, path), who);

    public Task<Page> Post(string path, string? who, params (string Name, string Value)[] form) =>
        Send(new(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(form.Select(f => KeyValuePair.Create(f.Name, f.Value))) }, who);

    /// <summary>The school year 2025–2026 of a municipality.</summary>
    public async Task SchoolYear(string municipality, params SchoolBreak[] breaks)
    {
        var year = new SetSchoolCalendar(municipality, "2025–2026", new(2025, 8, 12), new(2026, 5, 30), breaks);
        (await Journal.Handle(new(Guid.NewGuid(), Actor.System, "test"), _ => SetSchoolCalendar.Decide(SchoolCalendarState.Empty, year))).Accepted.ShouldBeTrue();
    }

    /// <summary>A contact by phone, recorded on its form.</summary>
    public Task<Guid> Contact(string line, string age = "adult", string by = "nurse") => Opened($"/contacts/new?person={Person(age)}", by,
        ("Danger", "no"), ("ServiceLine", line), ("Text", "Asia"), ("HelpWanted", "days"), ("ReplyBy", "web"), ("Channel", "phone"));

    /// <summary>A professional's own notice about a child, or one told to them, recorded on its form.</summary>
    public Task<Guid> Notice(string by, string came) => Opened($"/notices/new?person={Person("child")}", by,
        ("Danger", "no"), ("Text", "Huoli"), ("HelpWanted", "today"), ("Came", came), ("Kind", "duty"));

    /// <summary>Something else that opens a matter, recorded on its form.</summary>
    public Task<Guid> Arrived(string kind, string line, string age = "adult", params (string, string)[] more) =>
        Opened($"/arrivals/new/{kind}/{line}?person={Person(age)}", "nurse", [("Text", "Asia"), .. more]);

    /// <summary>A social worker judges whether a child needs urgent help.</summary>
    public async Task Judge(Guid matter, bool urgent) =>
        (await Journal.Handle(new(Guid.NewGuid(), User("social_worker").Actor, "care", [matter]), work => Cases.JudgeUrgency.Decide(
            work.State<Matter>(matter), new(matter, urgent, "Peruste"), work.Row<ProfessionalRow>(Staff("social_worker")), Today))).Accepted.ShouldBeTrue();

    public MatterRow Row(Guid matter) => Journal.Find<MatterRow>(matter)!;

    /// <summary>What the person whom it concerns reads that has happened; null when they may not see the matter.</summary>
    public async Task<string?> Story(Guid matter)
    {
        var age = ((string[])["adult", "youth", "child", "old"]).Single(a => Person(a) == Row(matter).Person);
        var page = await Get($"/my-matters/{matter}/messages", "person:" + age);
        page.Status.ShouldBeOneOf(200, 404);
        return page.Document.QuerySelector("#story-part")?.TextContent;
    }

    /// <summary>The state of a rule's clock now, of the row that pages read.</summary>
    public ClockState State(Guid matter, string rule) => ClockOf(matter, rule).State;

    public Clock ClockOf(Guid matter, string rule) =>
        StatutoryClocks.Of(Row(matter).Clock.ToFacts(), Content.Rules, Content.Settings, Today).Single(c => c.Rule == rule);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (_database is not null) Engines.Execute($"drop database if exists {_database} with (force)");
        Directory.Delete(_folder, recursive: true);
    }

    private static Guid IdOf(string key) => new(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(key)).AsSpan(0, 16));

    private static CurrentUser User(string who) => who.StartsWith("person:", StringComparison.Ordinal)
        ? new(IdOf(who), Roles.Resident, null, IdOf(who), "Testi")
        : new(Staff(who), RoleOf(who), who == "stranger" ? OtherUnit : Unit, null, "Testi " + who);

    private static string RoleOf(string who) => who switch
    {
        "unit_manager" => Roles.UnitManager,
        "physician" => Roles.Doctor,
        "dentist" or "specialist_dentist" or "dental_hygienist" or "dental_nurse" => Roles.Dentist,
        "social_worker" or "social_counsellor" => Roles.SocialWorker,
        _ => Roles.GuidanceNurse,
    };

    private async Task<Guid> Opened(string path, string by, params (string, string)[] form)
    {
        var page = await Post(path, by, form);
        page.Status.ShouldBe(302, $"{path}: {string.Join(' ', page.Errors)}");
        var number = page.Location!.Split('/')[^1];
        return Journal.Query<MatterRow>(v => $"select * from {v.Table<MatterRow>()} where number = @number", new { number }).Single().Matter;
    }

    private async Task Register(Guid person, LocalDate birth, int ordinal)
    {
        var command = new RegisterPerson(
            person, new("Testi" + ordinal, "Koivu"), Hetu.Artificial(birth, Sex.Female, ordinal % 100), null, Sex.Unknown, "fi", TemporaryId.FromNumber(ordinal), "272");
        (await Journal.Handle(new(Guid.NewGuid(), Actor.System, "test"), w => RegisterPerson.Decide(w.State<PersonState>(person), command, null, false, new(2026, 3, 10)))).Accepted.ShouldBeTrue();
    }

    private Database Connect() => _database is null
        ? new SqliteDatabase(Path.Combine(_folder, "journal.db"))
        : new PostgresDatabase(new NpgsqlConnectionStringBuilder(Engines.PostgresConnection!) { Database = _database, MaxPoolSize = 20 }.ToString());

    private async Task<Page> Send(HttpRequestMessage request, string? who)
    {
        using (request)
        {
            if (who is not null) request.Headers.Add("X-User", who);
            using var client = _app.GetTestClient();
            using var response = await client.SendAsync(request);
            var html = await response.Content.ReadAsStringAsync();
            return new((int)response.StatusCode, response.Headers.Location?.ToString(), new HtmlParser().ParseDocument(html));
        }
    }
}

internal sealed record Page(int Status, string? Location, IDocument Document)
{
    public string Text => Document.QuerySelector("main")?.TextContent ?? "";

    /// <summary>The hidden fields of the form with the action, as they would be sent.</summary>
    public (string, string)[] Hidden(string action) =>
        [.. Document.QuerySelectorAll($"form[action='{action}'] input[type=hidden]").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!))];

    /// <summary>The values of the boxes that are ticked.</summary>
    public IEnumerable<string> Ticked(string name) => Document.QuerySelectorAll($"input[name={name}][checked]").Select(i => i.GetAttribute("value")!);

    public IEnumerable<string> Errors => Document.QuerySelectorAll(".error-summary li").Select(e => e.TextContent.Trim());
}
