using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Yhteys.Organisation;
using Yhteys.Testing;
using Yhteys.Web.SignIn;

namespace Yhteys.Web.Tests.Endpoints;

/// <summary>Every endpoint × persona × register has an expected answer (design, chapter 7).</summary>
public abstract class EndpointTableTests(Town town)
{
    private const string File = "tests/Web.Tests/Endpoints/endpoints.txt";

    // A stream of events, which a browser that asks for a page does not get.
    private static readonly string[] NeverOpen = ["GET /live"];

    private readonly Dictionary<Browser, Page> _tokens = [];

    [Fact]
    public async Task Every_endpoint_answers_each_persona_as_the_table_says()
    {
        Assert.SkipWhen(town.Missing is not null, town.Missing ?? "");
        IReadOnlyList<LiveEndpoint> endpoints = [.. LiveEndpoint.Of(town.App).SelectMany(Places.OfEachStep)];
        var places = await Places.Of(town);
        var (answers, written) = (new List<Answer>(), System.IO.File.ReadAllText(Repository.PathOf(File)));
        var expected = EndpointTable.Read(written);
        endpoints.Where(e => places.Of(e.Pattern).Count == 0).Select(e => e.Pattern).ShouldBeEmpty("Tell Places what the hole of the address is filled with.");
        foreach (var endpoint in endpoints)
            foreach (var (register, address) in places.Of(endpoint.Pattern))
                foreach (var persona in (string?[])[null, .. Town.Personas, .. places.Worker(address) is { } worker ? [worker] : Array.Empty<string>()])
                    if (Asks(expected.Cell(endpoint, register, persona)))
                        answers.Add(await Ask(endpoint, register, address, persona));

        var text = EndpointTable.Text(endpoints.SelectMany(e => places.Of(e.Pattern).Select(p => (e, p.Register))), answers, expected);
        if (Repository.WriteGolden)
            System.IO.File.WriteAllText(Repository.PathOf(File), text);
        Faults(answers).ShouldBeEmpty();
        EndpointTable.Read(text).Shut.ShouldBe(NeverOpen, "Tell Places what the address must name, so that somebody gets in.");
        EndpointTable.Differences(text, Repository.WriteGolden ? null : written).ShouldBeEmpty("Read the difference; if it is meant, write the table anew with YHTEYS_WRITE_GOLDEN=1.");
        town.App.Log.Lines.ShouldBeEmpty();
    }

    private protected async Task SendEachFormWithoutItsToken()
    {
        var places = await Places.Of(town);
        var head = town.App.Journal.Head.Position;
        foreach (var endpoint in LiveEndpoint.Of(town.App).Where(e => e.Method != "GET"))
            foreach (var (_, address) in places.Of(endpoint.Pattern))
                foreach (var persona in (string[])["resident", "guidance_nurse", "county_director"])
                {
                    var page = await (await town.Browser(persona)).Send(address, [("Text", "kirjoitettu")], origin: null);
                    page.Status.ShouldBeOneOf([400, 404], $"{address} {persona}");
                }

        town.App.Journal.Head.Position.ShouldBe(head);
    }

    /// <summary>Whether the cell is asked on this engine: null is one that the table does not have.</summary>
    protected abstract bool Asks(string? expected);

    private async Task<Answer> Ask(LiveEndpoint endpoint, string register, string address, string? persona)
    {
        // Signing in and out must not change who the others' browser belongs to.
        var browser = endpoint.Pattern.StartsWith("/sign-", StringComparison.Ordinal)
            ? persona is null ? town.App.Browser() : await town.App.SignedIn(persona)
            : await town.Browser(persona);
        var token = endpoint.Method == "GET" ? null : await TokenOf(browser);
        var (log, head) = (town.ReadLog, town.App.Journal.Head.Position);
        // What stands in the query of a page is in the hidden fields of its form.
        var page = token is null ? await browser.Get(address) : await browser.Post(address, token, Hidden(address));
        return new(endpoint, register, persona, page, town.RowsSince(log), (int)(town.App.Journal.Head.Position - head));
    }

    private async Task<Page> TokenOf(Browser browser) => _tokens.TryGetValue(browser, out var page) ? page : _tokens[browser] = await browser.Get("/sign-in");

    private static (string, string)[] Hidden(string address) =>
        [.. QueryHelpers.ParseQuery(new Uri(new Uri(Browser.Origin), address).Query).Select(p => (char.ToUpperInvariant(p.Key[0]) + p.Key[1..], p.Value.ToString()))];

    // A task of a lead or of the director is of any register, and only theirs.
    private static bool MayIn(string register, string role, string right) => register switch
    {
        Registers.Health or Registers.Social => Rights.May(role, right, register),
        Places.Lead => role == Roles.UnitManager,
        Places.Director => role == Roles.CountyDirector,
        _ => true,
    };

    // What holds whatever the table says.
    private IEnumerable<string> Faults(IReadOnlyList<Answer> answers)
    {
        var roles = town.App.Services.GetRequiredService<Personas>().All.ToDictionary(p => p.Key, p => p.User.Role);
        foreach (var key in Workers.Keys)
            roles[key] = Workers.Find(key)!.Role;
        return
        [
            .. from a in answers
               let wrong = a switch
               {
                   { Page.Status: >= 500 } => "fails",
                   { Page.Html: var html } when ShownKeys.First(html) is { } key => $"shows the key {key} in the place of its text",
                   { Persona: null, Endpoint.Right: not null, Cell: not (Answer.In or "401") } => "lets in somebody who has not signed in",
                   { Persona: { } p, Endpoint.Right: { } right, Page.Status: not 403 } when !Rights.May(roles[p], right) => $"is not 403 without the right {right}",
                   { Persona: { } p, Endpoint.Right: { } right, Events: > 0 } when !MayIn(a.Register, roles[p], right) => $"writes an event without the right {right} in the register",
                   { Denied: true, Events: > 0 } => "writes an event though it refuses",
                   { Denied: true, ReadLogRows: > 0 } => "writes into the read log though it shows nobody",
                   { Endpoint.Method: "GET", Events: > 0 } => "writes an event though it only shows",
                   { Endpoint.Method: "GET", ReadLogRows: > 1 } => "makes more than one row in the read log",
                   { Endpoint.Method: "GET", Page.Status: 200, ReadLogRows: 0 } when town.ShowsSomebody(a.Page) && town.NeedsRow(a.Endpoint.Pattern, a.Page) => "shows somebody without a row in the read log",
                   // What somebody has written is theirs without a name.
                   { Endpoint.Method: "GET", ReadLogRows: > 0, Persona: { } p } when roles[p] != Roles.Resident && !town.ShowsSomebody(a.Page) && !a.Endpoint.Pattern.EndsWith("/conversation", StringComparison.Ordinal) => "makes a row in the read log though it shows nobody",
                   _ => null,
               }
               where wrong is not null
               select $"{a.Endpoint.Method} {a.Endpoint.Pattern} ({a.Register}) for {a.Persona ?? "nobody"} {wrong}: {a.Cell}",
        ];
    }
}

public sealed class EndpointTableOnSqlite(SqliteTown town) : EndpointTableTests(town), IClassFixture<SqliteTown>
{
    // Whoever is turned away at the door never comes to the database, so one engine is enough.
    [Fact]
    public Task No_form_is_obeyed_without_its_token() => SendEachFormWithoutItsToken();

    protected override bool Asks(string? expected) => true;
}

/// <summary>Who is turned away at the door never comes to the database, so that is not asked again.</summary>
public sealed class EndpointTableOnPostgres(PostgresTown town) : EndpointTableTests(town), IClassFixture<PostgresTown>
{
    protected override bool Asks(string? expected) => expected is not (Answer.In or "401" or "403");
}
