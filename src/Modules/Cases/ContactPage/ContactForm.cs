using Microsoft.Extensions.Localization;
using Yhteys.Content;
using Yhteys.Organisation;
using Yhteys.Ui;

namespace Yhteys.Cases;

/// <summary>Reads the fields that the resident's form and the professional's recording share.</summary>
internal static class ContactForm
{
    /// <summary>Value of the service line when the person does not know where the matter belongs.</summary>
    public const string DontKnow = "dont_know";

    // Where nothing in the words tells the line, the commonest reader takes the matter and refers it.
    private const string Otherwise = "primary_care";

    // Less of a phrase is a guess too far: a word with one mistake is still as much (0.7), one half of two words is not.
    private const double LeastSaid = 0.69;

    /// <param name="age">Of <paramref name="person"/> today; null when not known.</param>
    public static ReceiveContact Read(FormState form, ContentInUse content, Guid person, Guid? by, string language, string channel, int? age, IStringLocalizer<Texts> texts)
    {
        if (form.Text("Danger") is not ("yes" or "no")) form.Errors.Add("Danger", texts["Contact.DangerMissing"]);
        if (form.Text("Danger") == "yes") FillForDanger(form, texts);
        var wanted = form.Require("ServiceLine", texts["Contact.ServiceLineMissing"]) ?? "";
        if (form.Text("MinorWill") is { } will && !MinorWills.Said.Contains(will)) form.Errors.Add("MinorWill", texts["MinorWillMissing"]);
        var topic = content.Topic(form.Text("Topic"));
        var line = wanted == DontKnow ? Guess(form, content, language, age) ?? Otherwise : wanted;
        return new(
            Guid.NewGuid(), ReceiptNumber.New(), person, by, line, topic?.Line == line ? topic.Id : null, Guid.Empty, channel,
            Told(form, topic?.Line == line, RedFlagMatcher.Find(content.Content.RedFlags, form.Text("About") ?? "").Count > 0),
            form.Require("HelpWanted", texts["UnknownHelpWanted"]) ?? "",
            form.Require("ReplyBy", texts["UnknownReplyBy"]) ?? "",
            form.Text("ReplyHours"), form.Has("Interpreter", "true"), form.Has("NeedsHelpOnline", "true"), form.Text("Danger") == "yes", MinorWill: form.Text("MinorWill"));
    }

    // In danger as much as has room: nobody is held up by the rest, and nothing that was typed is cut in the form. The story goes before what a topic was looked for with.
    private static string Told(FormState form, bool isTopic, bool isFlagged)
    {
        var isFound = isTopic && !isFlagged;
        if (form.Text("Danger") != "yes") return isFound ? form.Text("Text") ?? "" : Story(form);
        var (about, text) = (form.Text("About"), form.Text("Text") ?? "");
        if (about is null || (isFound && about.Length <= ContactPage.MostWords) || text.StartsWith(about, StringComparison.OrdinalIgnoreCase))
            return Words.Cut(text, Words.MostCharacters).Kept;
        // A sign of an emergency is what the rest is read by.
        about = Words.Cut(about, Math.Max(isFlagged ? ContactPage.MostWords : 0, Words.MostCharacters - text.Length - 2)).Kept;
        if (isFlagged)
            return $"{about}\n\n{Words.Cut(text, Math.Max(0, Words.MostCharacters - about.Length - 2)).Kept}";
        return about.Length == 0 ? Words.Cut(text, Words.MostCharacters).Kept : $"{text}\n\n{about}";
    }

    // Without a topic, what was typed to find one is the beginning of the story; so is a sign of an emergency with one.
    private static string Story(FormState form) =>
        (form.Text("About"), form.Text("Text")) is ({ } about, { } text) && !text.StartsWith(about, StringComparison.OrdinalIgnoreCase) ? $"{about}\n\n{text}" : form.Text("Text") ?? "";

    // Nobody in danger is kept from sending by what else the form asks.
    private static void FillForDanger(FormState form, IStringLocalizer<Texts> texts)
    {
        if (form.Text("Text") is null) form["Text"] = form.Text("About") ?? texts["Contact.NoText"];
        if (form.Text("ServiceLine") is null) form["ServiceLine"] = DontKnow;
        if (form.Text("HelpWanted") is null) form["HelpWanted"] = "now";
        if (form.Text("ReplyBy") is null) form["ReplyBy"] = "phone";
    }

    /// <summary>The lines as choices, by register. One that is for younger people says so, and can be chosen all the same: after-care of a young grown-up is there too.</summary>
    /// <param name="age">Of the person whom the contact concerns; null when not known.</param>
    public static IReadOnlyList<Option> Lines(ContentSnapshot content, string language, int? age, IStringLocalizer<Texts> texts) =>
    [
        .. content.Services.Lines.Where(l => !l.ByReferral).Select(l => new Option(
            l.Id, Fits(l, age) ? l.Name.In(language) : texts["Contact.UsuallyBelow", l.Name.In(language), l.GuessedBelow!], Group: texts[$"register.{l.Register}"])),
    ];

    /// <summary>
    /// The line that the chosen topic, else the words, belong to; null when they tell too little. Words with a sign of an emergency of health
    /// go to where a nurse assesses; they set no urgency.
    /// </summary>
    /// <param name="age">Of the person whom the contact concerns; null when not known. A grown-up's own words lead to no line of minors.</param>
    public static string? Guess(FormState form, ContentInUse content, string language, int? age) =>
        content.Topic(form.Text("Topic"))?.Line ?? ByWords($"{form.Text("About")} {form.Text("Text")}", content, language, age);

    private static string? ByWords(string words, ContentInUse content, string language, int? age) =>
        RedFlagMatcher.Find(content.Content.RedFlags, words).Any(flag => flag.Register != Registers.Social) ? Otherwise
        : content.Topics.Find(words, language, fits: topic => Fits(content.Content.Services.Line(topic.Line), age)).FirstOrDefault(hit => hit.Said >= LeastSaid)?.Topic.Line;

    private static bool Fits(ServiceLine? line, int? age) => line?.GuessedBelow is not { } below || age < below;
}
