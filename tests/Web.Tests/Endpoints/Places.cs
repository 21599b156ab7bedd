using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Yhteys.Access.Clocks;
using Yhteys.Access.Escalation;
using Yhteys.Access.Escalation.Views;
using Yhteys.Booking.Views;
using Yhteys.Cases.Views;
using Yhteys.Content;
using Yhteys.Demo.Population;
using Yhteys.Organisation;
using Yhteys.Residents.Vault;

namespace Yhteys.Web.Tests.Endpoints;

/// <summary>
/// Where the holes of an endpoint's address lead in the small county. A new endpoint under an address that is here needs nothing; one with
/// a hole of another kind needs a line in <see cref="Fill"/>.
/// </summary>
internal sealed partial class Places
{
    public const string NoRegister = "–";

    // A task is one inbox's, whatever its register: besides the handlers' these are opened.
    public const string Lead = "lead", Director = "director";

    /// <summary>What can be done with a time of staff's, and with the status of the time that it is done with.</summary>
    private static readonly (string Step, string Status)[] Steps =
    [
        ("accept", "offered"), ("decline", "offered"), ("arrived", "booked"), ("arrived-back", "arrived"), ("attended", "arrived"), ("no-show", "booked"), ("no-show-back", "no_show"), ("cancel", "booked"),
    ];

    private static readonly string[] OfResidents = ["accept", "decline", "cancel"];

    private static readonly string[] KeptUp = ["details", "non-disclosure", "representatives", "permissions"];

    private static readonly Guid[] PersonasUnits = [DemoIds.Unit("guidance_centre"), DemoIds.Unit("social_centre"), DemoIds.Unit("health_centre"), DemoIds.Unit("dental_clinic")];

    private readonly Stage _stage;
    private readonly string _rule;
    private readonly IReadOnlyList<MatterRow> _matters;
    private readonly IReadOnlyList<AppointmentRow> _appointments;
    private readonly IReadOnlyList<PersonRow> _people;
    private readonly IReadOnlyList<SlotRow> _slots;
    private readonly IReadOnlyList<TaskRow> _tasks;
    private readonly AlarmRow _alarm;
    private readonly ILookup<string, string> _linesOf;
    private readonly Guid? _recorded;

    private Places(WebApp app, Stage stage)
    {
        _stage = stage;
        _rule = app.Services.GetRequiredService<RulesInForce>().Rules.All.First(r => r.Starts.Count > 0).Id;
        _matters = app.Journal.Query<MatterRow>(v => $"select * from {v.Table<MatterRow>()} order by receivedat, number");
        _appointments = app.Journal.Query<AppointmentRow>(v => $"select * from {v.Table<AppointmentRow>()} order by date, start, appointment");
        _people = app.Journal.Query<PersonRow>(v => $"select * from {v.Table<PersonRow>()} order by person");
        _slots = app.Journal.Query<SlotRow>(v => $"select * from {v.Table<SlotRow>()} order by date, start, day");
        _tasks = app.Journal.Query<TaskRow>(v => $"select * from {v.Table<TaskRow>()} where stage = 'Open' order by raisedat, task");
        _linesOf = app.Services.GetRequiredService<ContentStore>().Current.Files(ContentKinds.Recordings)
            .SelectMany(file => JsonNode.Parse(file.Json)!["recordings"]!.AsArray())
            .SelectMany(r => r!["lines"]!.AsArray().Select(line => (Kind: (string)r["kind"]!, Line: (string)line!))).ToLookup(r => r.Kind, r => r.Line, StringComparer.Ordinal);
        // Only who recorded a contact may see its receipt.
        _recorded = _matters.FirstOrDefault(m => m.Register == Registers.Health && m.Channel == "phone" && app.Journal.Stream(m.Matter)[0].Actor.Id == DemoIds.Of("guidance_nurse"))?.Matter;
        // An open one, unless a test of the same county has acknowledged it.
        _alarm = app.Journal.Query<AlarmRow>(v => $"select * from {v.Table<AlarmRow>()} order by open desc, raisedat")[0];
    }

    public static async Task<Places> Of(Town town) => new(town.App, await Stage.Of(town));

    /// <summary>The resident persona who owns matters.</summary>
    public static Guid Owner => DemoIds.Person("resident");

    /// <summary>Addresses by register; <see cref="NoRegister"/> where it makes no difference. Empty when a hole is unknown.</summary>
    public IReadOnlyList<(string Register, string Address)> Of(string pattern)
    {
        var registers = pattern.Contains("{task", StringComparison.Ordinal) ? [Registers.Health, Registers.Social, Lead, Director] : Hole().IsMatch(pattern) || Query(pattern, "").Length > 0 ? (string[])[Registers.Health, Registers.Social] : [NoRegister];
        var addresses = registers.Select(r => (Register: r, Address: Address(pattern, r))).Where(a => a.Address is not null).Select(a => (a.Register, a.Address!)).ToList();
        // The same address for both: the register makes no difference.
        return addresses is [var (_, one), var (_, other)] && one == other ? [(NoRegister, one)] : addresses;
    }

    /// <summary>An endpoint for each step that its address may name.</summary>
    public static IEnumerable<LiveEndpoint> OfEachStep(LiveEndpoint endpoint) => !endpoint.Pattern.EndsWith("/{step}", StringComparison.Ordinal) ? [endpoint]
        : Steps.Where(s => endpoint.Pattern.StartsWith("/appointments", StringComparison.Ordinal) || OfResidents.Contains(s.Step)).Select(s => endpoint with { Pattern = endpoint.Pattern.Replace("{step}", s.Step, StringComparison.Ordinal) });

    /// <summary>Who works in the unit of what the address names, where none of the personas does; null when one of them may be asked, or nobody works there.</summary>
    public string? Worker(string address) =>
        (address.StartsWith($"/alarms/{_alarm.Matter}", StringComparison.Ordinal) ? _alarm.Unit : _matters.FirstOrDefault(m => address.StartsWith($"/matters/{m.Matter}/facts/", StringComparison.Ordinal))?.Unit) is { } unit
            ? Workers.Keys.FirstOrDefault(key => Workers.Find(key)!.Unit == unit)
            : null;

    private string? Address(string pattern, string register)
    {
        var known = true;
        var path = Hole().Replace(pattern, hole =>
        {
            var value = Fill(pattern, hole.Groups["name"].Value, register);
            known &= value is not null;
            return value ?? "";
        });
        return known ? path + Query(pattern, register) : null;
    }

    private string? Fill(string pattern, string hole, string register) => (hole, pattern.Split('/')[1]) switch
    {
        ("matter" or "id", "matters") when pattern.Split('/') is [.., "facts", var kind] => WithRecording(register, kind)?.Matter.ToString(),
        ("matter" or "id", "matters") => Desk(register)?.Matter.ToString(),
        ("matter" or "id", "my-matters") => Own(register)?.Matter.ToString(),
        ("number", "receipt") => Own(register)?.Number,
        ("number", "contacts") => (register == Registers.Health ? _matters.FirstOrDefault(m => m.Matter == _recorded) : Desk(register))?.Number,
        ("id", "appointments") => Given(register, Status(pattern))?.Appointment.ToString(),
        ("id", "my-appointments") => _appointments.Where(a => a.Register == register && a.Person == Owner).OrderByDescending(a => a.Status == Status(pattern)).FirstOrDefault()?.Appointment.ToString(),
        ("step", "appointments") => "arrived",
        ("step", "my-appointments") => "cancel",
        // Whose data are kept up: somebody to whom a unit has a relation.
        ("person", "people") when KeptUp.Any(page => pattern.Contains($"}}/{page}", StringComparison.Ordinal)) => Desk(register)?.Person.ToString(),
        ("person", _) => Stranger(pattern.EndsWith("/open-field", StringComparison.Ordinal)).ToString(),
        ("code", "language") => "sv",
        ("unit", "organisation") => DemoIds.Unit("dental_clinic_kannus").ToString(),
        ("professional", "organisation") => DemoIds.Of("dentist").ToString(),
        ("day", "schedule") => FreeDay(register)?.ToString(),
        ("period", "publish" or "published") => _stage.Period,
        ("version", "published" or "matters") => "1",
        ("draft", "rules") => pattern.EndsWith("/discard", StringComparison.Ordinal) ? _stage.OldDraft : _stage.Draft,
        ("run", "rules") => _stage.Run.ToString(),
        ("kind", "rules") => "rules",
        ("number", "rules") => "1",
        ("file", "rules") => "primary-care.json",
        ("id", "rules") => _rule,
        ("task", "escalations") => _tasks.FirstOrDefault(t => t.Inbox == Inbox(register))?.Task.ToString(),
        ("matter", "alarms") => _alarm.Matter.ToString(),
        ("kind", "arrivals") => register == Registers.Health ? "referral" : "application",
        ("line", "arrivals") => register == Registers.Health ? "specialised_care" : "adult_social",
        _ => null,
    };

    // What an address can't be without, though it stands in the query.
    private string Query(string pattern, string register) => pattern switch
    {
        _ when pattern.EndsWith("/break-glass", StringComparison.Ordinal) => $"?register={register}&back=%2Fworklist",
        "/rules/drafts/rule" => $"?rule={_rule}",
        "/appointments/day" => $"?Date={Offers.Day}",
        "/contacts/new" or "/notices/new" => $"?person={Stranger(false)}",
        _ when pattern.StartsWith("/arrivals/new", StringComparison.Ordinal) => $"?person={Stranger(false)}",
        _ => "",
    };

    /// <summary>An open matter of somebody else, in the unit of the persona who handles such matters.</summary>
    private MatterRow? Desk(string register) =>
        _matters.Where(m => m.Register == register && m.Unit == Unit(register) && m.Person != Owner && m.Open).OrderByDescending(m => m.Handler is null).FirstOrDefault();

    /// <summary>An open matter of a service line in which such a recording is made: in the unit of the persona who handles such matters, or of another persona, or where somebody else works.</summary>
    private MatterRow? WithRecording(string register, string kind) =>
        _matters.Where(m => m.Register == register && m.Person != Owner && m.Open && _linesOf[kind].Contains(m.ServiceLine))
            .OrderBy(m => m.Unit == Unit(register) ? 0 : PersonasUnits.Contains(m.Unit) ? 1 : Workers.Keys.Any(key => Workers.Find(key)!.Unit == m.Unit) ? 2 : 3).ThenByDescending(m => m.Handler is null).FirstOrDefault();

    private static string Status(string pattern) => Steps.FirstOrDefault(s => pattern.EndsWith("/" + s.Step, StringComparison.Ordinal)).Status ?? "booked";

    /// <summary>A time of somebody, of a matter in the unit of the persona who handles such matters if there is one.</summary>
    private AppointmentRow? Given(string register, string status) => _appointments.Where(a => a.Register == register)
        .OrderByDescending(a => a.Status == status).ThenByDescending(a => status == "offered" && a.Person == Owner).ThenByDescending(a => _matters.Any(m => m.Matter == a.Matter && m.Unit == Unit(register))).FirstOrDefault();

    /// <summary>Somebody without matters.</summary>
    private Guid Stranger(bool nonDisclosure) => _people.First(p => p.NonDisclosure == nonDisclosure && _matters.All(m => m.Person != p.Person)).Person;

    private static Guid Unit(string register) => DemoIds.Unit(register == Registers.Health ? "guidance_centre" : "social_centre");

    /// <summary>Whose tasks are opened: the handlers', those of the persona who leads a unit, or the director's.</summary>
    private static string Inbox(string whose) => whose switch
    {
        Lead => Inboxes.Lead(DemoIds.Unit("health_centre")),
        Director => Inboxes.Director,
        _ => Inboxes.Handlers(Unit(whose), whose),
    };

    /// <summary>A day of the doctor or the social worker that nobody has a time of.</summary>
    private Guid? FreeDay(string register) => _slots.GroupBy(s => s.Day)
        .Where(d => d.First().Professional == DemoIds.Of(register == Registers.Health ? "doctor" : "social_worker") && d.All(s => s.Appointment is null))
        .Select(d => (Guid?)d.Key).LastOrDefault();

    private MatterRow? Own(string register) => _matters.FirstOrDefault(m => m.Register == register && m.Person == Owner);

    [GeneratedRegex(@"\{\*{0,2}(?<name>\w+)[^}]*\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hole();
}
