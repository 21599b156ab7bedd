using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;
using Yhteys.Access.Clocks;
using Yhteys.Calendar;
using Yhteys.Content;

namespace Yhteys.Access.DraftLaw;

/// <summary>Another time, age, condition or validity for one rule.</summary>
/// <param name="From">The day from which it is so; the rule before then ends the day before. Null, or the rule's own first day, corrects the rule itself.</param>
/// <param name="To">The last day of validity; null for no last day.</param>
/// <param name="Times">The number and unit of each of its starts, in their order.</param>
/// <param name="Words">Null leaves name, explanation and citation as they are.</param>
internal sealed record RuleEdit(
    string Rule, LocalDate? From, LocalDate? To, IReadOnlyList<(int N, TimeUnit Unit)> Times, int? Under, int? AtLeast, IReadOnlyList<string> All, IReadOnlyList<string> None,
    RuleWords? Words = null)
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The rule as it is.</summary>
    public static RuleEdit Of(ClockRule rule) => new(
        rule.Id, rule.From, rule.To, [.. rule.Starts.Select(start => (start.N, start.Unit))], rule.Conditions.Under, rule.Conditions.AtLeast,
        rule.Conditions.All ?? [], rule.Conditions.None ?? []);

    /// <summary>Times, ages and conditions are the same.</summary>
    public bool MeasuresAs(RuleEdit other) =>
        Times.SequenceEqual(other.Times) && (Under, AtLeast) == (other.Under, other.AtLeast) && All.ToHashSet().SetEquals(other.All) && None.ToHashSet().SetEquals(other.None);

    /// <summary>The id of the changed rule: the same for a correction, a new one for a rule that takes its place from a later day.</summary>
    public string NewId(ClockRule rule) => From > rule.From ? $"{rule.Id}-{From:yyyyMMdd}" : rule.Id;

    /// <summary>The files with the edit made, those only that changed by it; empty when there is no such rule.</summary>
    public IReadOnlyList<ContentText> In(ContentSnapshot content, ClockRule rule)
    {
        var files = content.Files(ContentKinds.Rules).Concat(content.Files(ContentKinds.Promises)).Select(f => (f.Path, Root: JsonNode.Parse(f.Json)!.AsObject())).ToList();
        if (Entries(files).FirstOrDefault(entry => Text(entry, "id") == Rule) is not { } found)
            return [];
        var before = files.Select(f => f.Root.ToJsonString()).ToList();
        if (From > rule.From)
            Succeed(files, found, rule);
        else
            Write(found, rule);
        return [.. files.Zip(before).Where(pair => pair.First.Root.ToJsonString() != pair.Second).Select(pair => new ContentText(pair.First.Path, pair.First.Root.ToJsonString(Written) + "\n"))];
    }

    private void Succeed(List<(string Path, JsonObject Root)> files, JsonObject old, ClockRule rule)
    {
        var (id, next) = (NewId(rule), old.DeepClone().AsObject());
        next["id"] = id;
        Moves(old);
        Moves(next);
        next["replaces"] = new JsonArray(Rule);
        if (next["law"] is JsonObject { } law && law["earlier"] is JsonArray earlier)
            Set(law, "earlier", Reaching(earlier));
        Write(next, rule);
        // Those that replaced the old one now replace the new one, and a promise that follows the old one follows both.
        foreach (var entry in Entries(files))
        {
            if (entry["replaces"] is JsonArray replaces && replaces.FirstOrDefault(r => (string?)r == Rule) is { } replaced)
                replaces[replaces.IndexOf(replaced)] = id;
            if (entry["follows"] is JsonArray follows && follows.Any(r => (string?)r == Rule))
                follows.Add(id);
        }

        old["to"] = From!.Value.PlusDays(-1).Iso();
        var list = old.Parent!.AsArray();
        list.Insert(list.IndexOf(old) + 1, next);
    }

    // Where the limit stood before the new rule's first day is the old rule's past.
    private JsonArray? Reaching(JsonArray earlier) =>
        earlier.Where(place => LocalDatePattern.Iso.Parse((string)place!["until"]!).Value >= From).Select(place => place!.DeepClone()).ToArray() is { Length: > 0 } left ? new(left) : null;

    // Nobody has told here what becomes of a wait that crosses the change, so the county's answer decides.
    private static void Moves(JsonObject rule)
    {
        if (rule["law"] is not null && rule["settings"] is JsonArray settings && settings.All(name => (string?)name != "lawChange"))
            settings.Add("lawChange");
    }

    private void Write(JsonObject entry, ClockRule rule)
    {
        entry["from"] = (From ?? rule.From).Iso();
        Set(entry, "to", To?.Iso());
        var starts = entry["starts"]!.AsArray();
        for (var i = 0; i < Math.Min(starts.Count, Times.Count); i++)
        {
            starts[i]!["n"] = Times[i].N;
            starts[i]!["unit"] = JsonNamingPolicy.SnakeCaseLower.ConvertName(Times[i].Unit.ToString());
        }

        var conditions = entry["conditions"] as JsonObject ?? [];
        Set(conditions, "under", Under);
        Set(conditions, "atLeast", AtLeast);
        Set(conditions, "all", List(All, rule.Conditions.All));
        Set(conditions, "none", List(None, rule.Conditions.None));
        if (AtLeast is null)
            conditions.Remove("unknownAge");
        if (Under is null && AtLeast is null)
            conditions.Remove("ageOn");
        if (conditions.Parent is null && conditions.Count > 0)
            entry["conditions"] = conditions;
        else if (conditions.Count == 0)
            entry.Remove("conditions");
        if (entry["confidence"] is not null && !MeasuresAs(Of(rule)))
            entry["confidence"] = RuleWords.Unread;
        if (Words is not null)
            Say(entry, rule, Words);
    }

    private static void Say(JsonObject entry, ClockRule rule, RuleWords words)
    {
        if (words.Name != rule.Name)
            entry["name"] = Text(words.Name);
        if (words.Explanation != rule.Explanation)
            entry["explanation"] = Text(words.Explanation);
        if (words.Amending is not { } act || entry["law"] is not JsonObject law)
            return;
        if (law["amending"] is not JsonArray acts)
            law["amending"] = acts = [];
        if (acts.All(known => (string?)known != act))
            acts.Add(act);
    }

    private static JsonObject Text(LocalText text) => new() { ["fi"] = text.Fi, ["sv"] = text.Sv, ["en"] = text.En };

    private static void Set(JsonObject at, string name, JsonNode? value)
    {
        if (value is null)
            at.Remove(name);
        else
            at[name] = value;
    }

    /// <summary>In the order of the source, so that what is the same is written the same; what is new comes last.</summary>
    private static JsonArray? List(IReadOnlyList<string> codes, IReadOnlyList<string>? before) => codes.Count == 0
        ? null
        : new([.. (before ?? []).Where(codes.Contains).Union(codes, StringComparer.Ordinal).Select(code => (JsonNode)code)]);

    private static IEnumerable<JsonObject> Entries(List<(string Path, JsonObject Root)> files) =>
        files.SelectMany(f => ((f.Root["rules"] ?? f.Root["promises"]) as JsonArray ?? []).OfType<JsonObject>());

    private static string? Text(JsonObject entry, string name) => (string?)entry[name];
}
