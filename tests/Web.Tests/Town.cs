using System.Buffers;
using System.Data.Common;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Yhteys.Cases.Views;
using Yhteys.Organisation.Views;
using Yhteys.Residents.ReadLog;
using Yhteys.Residents.Vault;
using Yhteys.Testing;
using Yhteys.Web.Tests.KeepTyped;

namespace Yhteys.Web.Tests;

/// <summary>A server of its own on the small county, on one engine: for tests that change something, or count.</summary>
public abstract class Town : IDisposable
{
    /// <summary>Those who can sign in, in the order of the endpoint table; the on-call social worker is one of <see cref="Workers"/>.</summary>
    public static readonly string[] Personas =
        ["resident", "young_person", "older_resident", "guidance_nurse", "social_worker", "doctor", "dentist", "unit_manager", "county_director", "auditor", "admin"];

    // The made-up persons whom anyone may be stand on the sign-in page of a demonstration; an auditor's list of openings has numbers and nobody's name.
    private static readonly string[] NoRow = ["/sign-in", "/audit/matter"];

    private DbConnection? _log;
    private SearchValues<string>? _signs, _names;
    private readonly Dictionary<string, Browser> _browsers = new(StringComparer.Ordinal);
    private readonly MovableTime _time = new();
    private readonly WebApp? _app;

    protected Town(string engine)
    {
        Missing = Engines.Missing(engine);
        if (Missing is null)
            _app = new(adjust: Quiet, county: engine);
    }

    /// <summary>Why these tests can't run here; null when they can.</summary>
    public string? Missing { get; }

    public WebApp App => _app ?? throw new InvalidOperationException(Missing);

    /// <summary>Entries of the read log so far: those that the people may see, and those that are withheld from them at once.</summary>
    public (long Open, long Withheld) ReadLog
    {
        get
        {
            _log ??= OpenReadLog();
            using var command = _log.CreateCommand();
            // The withholding of an entry is an entry too.
            command.CommandText = "select coalesce(max(seq), 0) from read_log union all select count(*) from read_log where withholds is not null";
            using var reader = command.ExecuteReader();
            var all = Next(reader);
            var withheld = Next(reader);
            return (all - 2 * withheld, withheld);
        }
    }

    /// <summary>Rows that a screen added to the read log. People of whom it must not be known yet have a row of their own.</summary>
    public int RowsSince((long Open, long Withheld) before) => (int)Math.Max(ReadLog.Open - before.Open, ReadLog.Withheld - before.Withheld);

    /// <summary>The browser of a persona or of one of <see cref="Workers"/> who has signed in; null is somebody who has not.</summary>
    public async Task<Browser> Browser(string? persona)
    {
        if (!_browsers.TryGetValue(persona ?? "", out var browser))
            _browsers[persona ?? ""] = browser = persona is null ? App.Browser() : Workers.Find(persona) is { } worker ? App.SignedIn(worker) : await App.SignedIn(persona);
        return browser;
    }

    /// <summary>Lets all sessions end; whoever comes next signs in again.</summary>
    /// <returns>The browser of the persona as it was left.</returns>
    public async Task<IReadOnlyDictionary<string, Browser>> EndSessions(params IEnumerable<string> personas)
    {
        var left = new Dictionary<string, Browser>(StringComparer.Ordinal);
        foreach (var persona in personas)
            left[persona] = await App.SignedIn(persona);
        _time.Advance(TimeSpan.FromMinutes(App.Settings.SessionMinutes + 1));
        _browsers.Clear();
        return left;
    }

    /// <summary>Whether the page, or the part of one, tells of a resident. The one who is signed in stands in every page's head, which is not looked at.</summary>
    public bool ShowsSomebody(Page page) => TextOf(page).AsSpan().ContainsAny(_signs ??= SearchValues.Create([.. Names(), .. Numbers()], StringComparison.Ordinal));

    /// <summary>
    /// Whether the page at the address needs a row of the read log when it tells of a resident. In the list behind the board the matters of other units that one
    /// leads are there by the number only.
    /// </summary>
    public bool NeedsRow(string address, Page page) => address.Split('?')[0] is var path && !NoRow.Contains(path)
        && (path is not (Access.AccessModule.BoardList or Access.AccessModule.BoardListFile) || TextOf(page).AsSpan().ContainsAny(_names ??= SearchValues.Create([.. Names()], StringComparison.Ordinal)));

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        foreach (var browser in _browsers.Values)
            browser.Dispose();
        _log?.Dispose();
        _app?.Dispose();
    }

    private static string TextOf(Page page) => page.Main is { Length: > 0 } main ? main : page.Document.Body?.TextContent ?? "";

    private static long Next(DbDataReader reader)
    {
        reader.Read().ShouldBeTrue();
        return Convert.ToInt64(reader.GetValue(0), CultureInfo.InvariantCulture);
    }

    private DbConnection OpenReadLog()
    {
        // The first question makes the tables.
        App.Services.GetRequiredService<ReadLogQueries>().About(Guid.Empty).ShouldBeEmpty();
        DbConnection connection = App.Settings.Database == Engines.Postgres
            ? new NpgsqlConnection(App.Settings.Connection)
            : new SqliteConnection($"Data Source={Path.Combine(App.Settings.DataFolder, "read-log.db")};Pooling=False");
        connection.Open();
        return connection;
    }

    private IEnumerable<string> Numbers() => App.Journal.Query<MatterRow>(v => $"select * from {v.Table<MatterRow>()}").Select(m => m.Number);

    // Work that the program does on its own every minute would come between what is counted.
    private void Quiet(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<TimeProvider>(_time);
        foreach (var own in builder.Services.Where(s => s.ServiceType == typeof(IHostedService) && (s.ImplementationType ?? s.ImplementationFactory?.Method.DeclaringType)?.Assembly.GetName().Name is { } name && name.StartsWith("Yhteys.", StringComparison.Ordinal)).ToList())
            builder.Services.Remove(own);
    }

    // As screens write them, and not those that a professional has too.
    private List<string> Names()
    {
        var professionals = App.Services.GetRequiredService<OrganisationQueries>().Professionals().Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        var everybody = App.Journal.Query<PersonRow>(v => $"select * from {v.Table<PersonRow>()}").Select(p => p.Person).ToList();
        return [.. App.Services.GetRequiredService<People>().NamesOf(everybody).Values.SelectMany(n => new[] { n.Full, n.Short }).Distinct().Where(n => !professionals.Contains(n))];
    }
}

public sealed class SqliteTown() : Town(Engines.Sqlite);

public sealed class PostgresTown() : Town(Engines.Postgres);
