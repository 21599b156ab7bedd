using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Access.Clocks.Explain;
using Yhteys.Calendar;
using Yhteys.Content;
using Yhteys.Ui;

namespace Yhteys.Access.DraftLaw;

/// <summary>The fields of a changed rule: what they hold at first, and what was typed into them.</summary>
internal static partial class RuleForm
{
    // As the schema of rules has it.
    private const int LongestTime = 400;

    private const int OldestAge = 120;

    /// <summary>Longest accepted texts in characters.</summary>
    public const int LongestName = 120, LongestExplanation = 1_000;

    /// <summary>Units that a time can be changed to; no number goes with the first two.</summary>
    public static IReadOnlyList<TimeUnit> Units { get; } = Enum.GetValues<TimeUnit>();

    /// <summary>Ends of the names of fields that are asked in each language.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["Fi", "Sv", "En"];

    public static string Code(string language) => language.ToLowerInvariant();

    public static void Fill(FormState form, ClockRule rule, Draft? draft, string language)
    {
        form["Rule"] = rule.Id;
        form["Draft"] = draft?.Id;
        foreach (var field in Shown(rule, draft, language).Where(f => !f.Several))
            form[field.Name] = field.Value;
    }

    /// <summary>The fields and what each holds at first.</summary>
    public static IReadOnlyList<ShownField> Shown(ClockRule rule, Draft? draft, string language) =>
    [
        new("Name", draft?.Name ?? rule.Name.In(language)),
        .. rule.Starts.SelectMany((start, i) => new ShownField[] { new($"N{i}", Text(start.N)), new($"Unit{i}", start.Unit.ToString()) }),
        new("Under", Text(rule.Conditions.Under)),
        new("AtLeast", Text(rule.Conditions.AtLeast)),
        new("To", rule.To is { } to ? Typed.Text(to) : null),
        .. Languages.SelectMany(end => new ShownField[] { new($"Title{end}", rule.Name.In(Code(end))), new($"Explanation{end}", rule.Explanation.In(Code(end))) }),
        new("All", string.Join(' ', rule.Conditions.All ?? []), Several: true),
        new("None", string.Join(' ', rule.Conditions.None ?? []), Several: true),
    ];

    /// <summary>Null, with the errors in the form, when something can't be read.</summary>
    public static RuleEdit? Read(FormState form, ClockRule rule, IStringLocalizer<Texts> texts)
    {
        var from = form.Date("From", texts["Law_BadDay"]);
        var to = form.Date("To", texts["Law_BadDay"]);
        if (from < rule.From)
            form.Errors.Add("From", texts["Law_FromTooEarly", Fi.Date(rule.From)]);
        if (to < (from ?? rule.From))
            form.Errors.Add("To", texts["Law_ToBeforeFrom"]);
        var times = new List<(int, TimeUnit)>();
        for (var i = 0; i < rule.Starts.Count; i++)
        {
            times.Add((Number(form, $"N{i}", 0, LongestTime, texts) ?? 0, UnitOf(form, $"Unit{i}", texts)));
            if (times[i] is (0, not (TimeUnit.SameDay or TimeUnit.Immediate)) && form.Errors[$"N{i}"] is null && form.Errors[$"Unit{i}"] is null)
                form.Errors.Add($"N{i}", texts["Law_ZeroTime"]);
            else if (times[i] is ( > 0, TimeUnit.SameDay or TimeUnit.Immediate) && form.Errors[$"N{i}"] is null && form.Errors[$"Unit{i}"] is null)
                form.Errors.Add($"N{i}", texts["Law_NoNumber"]);
            else if (RuleChecks.IsTooLong(times[i].Item1, times[i].Item2, rule.Extension) && form.Errors[$"N{i}"] is null && form.Errors[$"Unit{i}"] is null)
                form.Errors.Add($"N{i}", texts["Law_TimeTooLong", RuleChecks.LongestDays]);
        }

        var (under, atLeast) = (Number(form, "Under", 1, OldestAge, texts), Number(form, "AtLeast", 1, OldestAge, texts));
        if (atLeast >= under)
            form.Errors.Add("Under", texts["Law_AgesCross"]);
        var words = ReadWords(form, rule, texts);
        foreach (var field in (string[])["All", "None"])
            if (form.All(field).Except(ClockVocabulary.Reasons, StringComparer.Ordinal).Any())
                form.Errors.Add(field, texts["Law_ReasonNotOffered"]);
        return form.Valid ? new(rule.Id, from, to, times, under, atLeast, form.All("All"), form.All("None"), words) : null;
    }

    /// <summary>A text that is left empty stays as it was.</summary>
    private static RuleWords ReadWords(FormState form, ClockRule rule, IStringLocalizer<Texts> texts)
    {
        foreach (var language in Languages)
        {
            form.Limit($"Title{language}", LongestName, texts["Law_TextTooLong", LongestName]);
            form.Limit($"Explanation{language}", LongestExplanation, texts["Law_TextTooLong", LongestExplanation]);
        }

        var act = form.Text("Amending");
        if (act is not null && !ActNumber().IsMatch(act))
            form.Errors.Add("Amending", texts["Law_BadAct"]);
        return new(Text("Title", rule.Name), Text("Explanation", rule.Explanation), act);

        LocalText Text(string field, LocalText old) => new(form.Text(field + "Fi") ?? old.Fi, form.Text(field + "Sv") ?? old.Sv, form.Text(field + "En") ?? old.En);
    }

    [GeneratedRegex(@"^\d{1,5}/\d{4}\z", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex ActNumber();

    public static IReadOnlyList<Option> Reasons(string language) => [.. ClockVocabulary.Reasons.Select(reason => new Option(reason, Words.Reason(reason).In(language)))];

    private static int? Number(FormState form, string field, int least, int most, IStringLocalizer<Texts> texts)
    {
        if (form.Text(field) is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        form.Errors.Add(field, texts["Law_BadNumber", least, most]);
        return null;
    }

    private static TimeUnit UnitOf(FormState form, string field, IStringLocalizer<Texts> texts)
    {
        if (Enum.TryParse<TimeUnit>(form.Text(field), out var unit) && Enum.IsDefined(unit))
            return unit;
        form.Errors.Add(field, texts["Law_ChooseUnit"]);
        return default;
    }

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
