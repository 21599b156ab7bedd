namespace Yhteys.Web.Tests.Endpoints;

/// <summary>The table as text: a line for each endpoint and register, a column for each persona.</summary>
internal static class EndpointTable
{
    private static readonly (string? Persona, string Heading)[] Columns =
    [
        (null, "nobody"), ("resident", "resident"), ("young_person", "young"), ("older_resident", "older"), ("guidance_nurse", "nurse"),
        ("social_worker", "social"), ("doctor", "doctor"), ("dentist", "dentist"), ("unit_manager", "manager"), ("county_director", "director"), ("auditor", "auditor"), ("admin", "admin"),
    ];

    private static readonly string[] Heading =
    [
        "# Who gets what from each address, in the small county of the tests. Written by EndpointTableTests with YHTEYS_WRITE_GOLDEN=1; read the difference.",
        "# page: it opens. page+1: it opens and adds one row to the read log. in: asked to sign in. →: led on. may: the form is answered, with a 422 since it is empty, or done.",
        "# The register is that of the matter or person that the address names: health matters lie in the guidance centre (nurse), social ones in the social centre (social",
        "# worker); the doctor, the dentist and the unit manager work in other units. My matters and receipts are those of the first resident.",
        "# A task of health or social is one of the handlers of those units; lead is one of the unit manager's own, director one of the director's. The alarm is that of the on-call unit.",
        "# A recording is made in a matter whose service line has it; where no persona works in its unit, the last two words are somebody who does, and what they get.",
        "",
    ];

    /// <summary>The table; cells that were not asked are as expected.</summary>
    public static string Text(IEnumerable<(LiveEndpoint Endpoint, string Register)> lines, IEnumerable<Answer> answers, Expectations expected)
    {
        var cells = answers.ToDictionary(a => (a.Endpoint, a.Register, a.Persona ?? ""), a => a.Cell);
        var rows = lines.Select(row => Line(
            row.Endpoint.Method, row.Endpoint.Pattern, row.Register,
            [.. Columns.Select(c => cells.GetValueOrDefault((row.Endpoint, row.Register, c.Persona ?? "")) ?? expected.Cell(row.Endpoint, row.Register, c.Persona)!), .. Workers.Keys.SelectMany(w => cells.TryGetValue((row.Endpoint, row.Register, w), out var cell) ? [w + " ", cell] : Array.Empty<string>())]));
        return string.Join('\n', [.. Heading, Line("", "", "register", [.. Columns.Select(c => c.Heading)]), .. rows]) + "\n";
    }

    /// <summary>Lines that are in one text only.</summary>
    /// <param name="expected">Null when the table has just been written.</param>
    public static IEnumerable<string> Differences(string now, string? expected) => expected is null ? [] :
        now.Split('\n').Except(expected.Split('\n')).Select(l => "now:      " + l).Concat(expected.Split('\n').Except(now.Split('\n')).Select(l => "expected: " + l));

    /// <summary>The cells of a table as it was written.</summary>
    public static Expectations Read(string text) => new(
        text.Split('\n').Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(l => l.Length >= Columns.Length + 3 && l[0] is ("GET" or "POST"))
            .ToDictionary(l => (l[0], l[1], l[2]), l => Columns.Select(c => c.Persona ?? "").Concat(l[(Columns.Length + 3)..].Take(1)).Index()
                .ToDictionary(c => c.Item, c => l[c.Index < Columns.Length ? c.Index + 3 : ^1], StringComparer.Ordinal)));

    private static string Line(string method, string pattern, string register, string[] cells) =>
        $"{method,-4} {pattern,-48} {register,-8} {string.Concat(cells.Select(c => $"{c,-9}"))}".TrimEnd();
}

/// <summary>What the table says.</summary>
internal sealed class Expectations(IReadOnlyDictionary<(string Method, string Pattern, string Register), Dictionary<string, string>> rows)
{
    /// <summary>Endpoints that open for nobody who is asked, in any register: the table says nothing of who may use them.</summary>
    public IEnumerable<string> Shut => rows.GroupBy(row => $"{row.Key.Method} {row.Key.Pattern}", row => row.Value.Values)
        .Where(endpoint => endpoint.SelectMany(cells => cells).All(cell => cell is Answer.In or "400" or "401" or "403" or "404")).Select(endpoint => endpoint.Key);

    /// <summary>Null when the table does not know the endpoint.</summary>
    public string? Cell(LiveEndpoint endpoint, string register, string? persona) =>
        rows.TryGetValue((endpoint.Method, endpoint.Pattern, register), out var cells) ? cells.GetValueOrDefault(persona ?? "") : null;
}
