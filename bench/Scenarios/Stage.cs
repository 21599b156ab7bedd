using Yhteys.Bench.County;
using Yhteys.Bench.Http;
using Yhteys.Calendar;
using Yhteys.Demo.Population;
using Yhteys.Organisation;
using Yhteys.Ui;

namespace Yhteys.Bench.Scenarios;

/// <summary>One county on one engine, with the real server before it when it is asked for.</summary>
internal sealed class Stage : IDisposable
{
    private readonly string _folder;
    private readonly Dictionary<string, string> _environment;
    private YhteysProcess? _server;
    private MainJob? _job;
    private IReadOnlyList<string>? _nurses;

    /// <param name="postgres">Connection to the county's database; null for SQLite in the folder.</param>
    public Stage(string engine, CountySize size, string folder, string? postgres, BenchSettings settings, Report report)
    {
        (Engine, Size, _folder, Settings, Report) = (engine, size, folder, settings, report);
        Postgres = postgres;
        _environment = new(StringComparer.Ordinal)
        {
            ["Yhteys__FormsPerMinute"] = "0",
            ["Yhteys__ContentFolder"] = Path.Combine(Checkout.Root, "content"),
            ["Yhteys__Database"] = postgres is null ? "sqlite" : "postgres",
        };
        if (postgres is not null)
            _environment["Yhteys__Connection"] = postgres;
    }

    public string Engine { get; }
    public CountySize Size { get; }
    public BenchSettings Settings { get; }
    public Report Report { get; }
    public string Folder => _folder;
    public string? Postgres { get; }

    public Web.Host.Settings County => BenchCounty.SettingsOf(_folder, Postgres);

    /// <summary>The server, started when it is first asked for.</summary>
    public YhteysProcess Server => _server ??= YhteysProcess.Serve(Checkout.Program, _folder, _environment);

    public MainJob Job => _job ??= Sessions();

    /// <summary>Sessions of guidance nurses.</summary>
    public IReadOnlyList<string> Nurses => Job is not null ? _nurses! : [];

    public YhteysProcess Launch() => LaunchIn(_folder);

    public YhteysProcess LaunchIn(string folder) => YhteysProcess.Launch(Checkout.Program, folder, _environment);

    public System.Text.Json.JsonElement Tell(params string[] verb) => YhteysProcess.Tell(Checkout.Program, _folder, _environment, verb);

    public string Named(string what) => $"{Engine}: {what}";

    public void StopServer()
    {
        _server?.Dispose();
        (_server, _job) = (null, null);
    }

    public void Dispose() => StopServer();

    /// <summary>Sessions of the county's adults and of its nurses; the keys that seal them are there once the server has started.</summary>
    private MainJob Sessions()
    {
        var server = Server;
        using var tickets = new Tickets(County);
        var people = DemoPopulation.Make(Size.Residents, CountySize.Seed, FinnishTime.Day(NodaTime.SystemClock.Instance.GetCurrentInstant()));
        var adults = people.Where(p => p.AgeOn(FinnishTime.Day(NodaTime.SystemClock.Instance.GetCurrentInstant())) is >= 20 and < 90).Take(5_000);
        _nurses = [.. DemoStaff.Make(CountySize.Seed)
            .Where(s => s.Role.Role == Roles.GuidanceNurse && s.Appoint.Profession == "nurse" && s.Role.Unit == DemoIds.Unit("guidance_centre"))
            .Select(s => tickets.For(new CurrentUser(s.Appoint.Professional, s.Role.Role, s.Role.Unit, null, $"{s.Appoint.GivenName} {s.Appoint.Surname}")))];
        return new MainJob(
            server.Address,
            [.. adults.Select(p => tickets.For(new CurrentUser(p.Id, Roles.Resident, null, p.Id, $"{p.GivenNames} {p.Surname}")))],
            _nurses);
    }
}
