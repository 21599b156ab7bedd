using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using Yhteys.Ui;

namespace Yhteys.Cases;

/// <summary>Nothing that a form asks besides keeps a notice of danger from being sent; what can't stay in its field is told with the story.</summary>
internal static partial class NoticeOfDanger
{
    /// <summary>To be done before the form is read.</summary>
    public static void Fill(FormState form, IStringLocalizer<Texts> texts)
    {
        if (form.Text("Danger") != "yes") return;
        if (!ReceiveContact.Hurries.Contains(form.Text("HelpWanted") ?? "")) form["HelpWanted"] = "now";
        if (!GiveNotice.Kinds.Contains(form.Text("Kind") ?? "")) form["Kind"] = null;
        if (!RecordNoticePage.Ways.Contains(form.Text("Came") ?? ""))
            form["Came"] = form.Text("NotifierName") is null && form.Text("Kind") is null or "duty" ? "own" : "phone";
        FillNotifier(form);
        FillStory(form, [.. NoNames(form, texts), .. NoAge(form, texts)], texts);
    }

    // Who tells is sealed apart from the story, so what is no name stays with the notifier.
    private static void FillNotifier(FormState form)
    {
        if (form.Text("Came") != "own" && form.Text("NotifierName") is { } typed)
        {
            form["NotifierName"] = Typed.NameIn(typed);
            if (form["NotifierName"] is null) form["Relation"] = Joined(", ", form.Text("Relation"), typed);
        }

        foreach (var field in (string[])["NotifierName", "Relation", "Phone"])
            if (form.Text(field) is { } text) form[field] = Words.Cut(text, Words.MostCharacters).Kept;
    }

    // Both names have the room of one.
    private static List<string> NoNames(FormState form, IStringLocalizer<Texts> texts)
    {
        var (aside, room) = (new List<string>(), NoticeForm.MostName);
        foreach (var field in (string[])["Surname", "GivenNames"])
        {
            if (form.Text(field) is not { } typed) continue;
            var name = Typed.NameIn(typed);
            var kept = Typed.NameIn(Words.Cut(name ?? "", room).Kept);
            form[field] = kept;
            if (kept is null || kept != name) aside.Add(Said(texts, field, typed));
            if (kept is not null) room = Math.Max(0, room - kept.Length - 1);
        }

        return aside;
    }

    // Of two answers that disagree neither is believed: one whose age nobody knows gets the protection of a child.
    private static List<string> NoAge(FormState form, IStringLocalizer<Texts> texts)
    {
        if (form.Text("Under18") is not ("yes" or "no" or "unknown")) form["Under18"] = "unknown";
        if (form.Text("Age") is not { } typed) return [];
        var (said, years) = (form.Text("Under18"), NoticeForm.Years(typed));
        // An age among words is none to be believed, but enough to doubt that nobody is a child; what is in a date is no age.
        var disagree = years is { } age ? said != "unknown" && said == "yes" != age < 18 : said == "no" && Numbers(Dates().Replace(typed, " ")).Find(n => n is not null) < 18;
        if (years is not null && !disagree) return [];
        form["Age"] = null;
        if (!disagree) return [Said(texts, "Age", typed)];
        form["Under18"] = "unknown";
        return [Said(texts, "Age", typed), Said(texts, "Under18", texts[said == "yes" ? "Notice.Yes" : "Notice.No"])];
    }

    private static List<int?> Numbers(string typed) => [.. typed.Split([.. typed.Where(c => !char.IsAsciiDigit(c))], StringSplitOptions.RemoveEmptyEntries).Select(NoticeForm.Years)];

    [GeneratedRegex(@"\d{1,2}\s*[./-]\s*\d{1,2}\s*[./-]\s*\d{2,4}", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Dates();

    // What has no room in the story is told with the whereabouts, and the other way round.
    private static void FillStory(FormState form, IReadOnlyList<string> aside, IStringLocalizer<Texts> texts)
    {
        var (story, rest) = Words.Cut(Joined("\n\n", [form.Text("Text"), .. aside]), Words.MostCharacters);
        var (place, more) = Words.Cut(Joined("\n\n", form.Text("Whereabouts"), rest), Words.MostCharacters);
        story = Words.Cut(Joined("\n\n", story, more), Words.MostCharacters).Kept;
        (form["Text"], form["Whereabouts"]) = (story.Length == 0 ? texts["Contact.NoText"] : story, place);
    }

    private static string Said(IStringLocalizer<Texts> texts, string field, string typed) => $"{texts[$"Notice.{field}"].Value}: {typed}";

    private static string Joined(string between, params IEnumerable<string?> parts) => string.Join(between, parts.Where(p => !string.IsNullOrEmpty(p)));
}
