using Microsoft.Extensions.Localization;
using Yhteys.Content;
using Yhteys.Ui;

namespace Yhteys.Cases;

/// <summary>Reads the fields that the resident's form and the professional's recording share.</summary>
internal static class ContactForm
{
    /// <summary>Value of the service line when the person does not know where the matter belongs.</summary>
    public const string DontKnow = "dont_know";

    // Where nothing in the words tells the line, the commonest reader takes the matter and refers it.
    private const string Otherwise = "primary_care";

    public static ReceiveContact Read(FormState form, ContentInUse content, Guid person, Guid? by, string language, string channel, IStringLocalizer<Texts> texts)
    {
        if (form.Text("Danger") is not ("yes" or "no")) form.Errors.Add("Danger", texts["Contact.DangerMissing"]);
        var wanted = form.Require("ServiceLine", texts["Contact.ServiceLineMissing"]) ?? "";
        if (form.Text("MinorWill") is { } will && !MinorWills.Said.Contains(will)) form.Errors.Add("MinorWill", texts["MinorWillMissing"]);
        var topic = content.Topic(form.Text("Topic"));
        var line = wanted == DontKnow ? Guess(form, content, language) ?? Otherwise : wanted;
        return new(
            Guid.NewGuid(), ReceiptNumber.New(), person, by, line, topic?.Line == line ? topic.Id : null, Guid.Empty, channel,
            form.Text("Text") ?? "",
            form.Require("HelpWanted", texts["UnknownHelpWanted"]) ?? "",
            form.Require("ReplyBy", texts["UnknownReplyBy"]) ?? "",
            form.Text("ReplyHours"), form.Has("Interpreter", "true"), form.Has("NeedsHelpOnline", "true"), form.Text("Danger") == "yes", MinorWill: form.Text("MinorWill"));
    }

    /// <summary>The lines as choices, by register.</summary>
    public static IReadOnlyList<Option> Lines(ContentSnapshot content, string language, IStringLocalizer<Texts> texts) =>
    [
        .. content.Services.Lines.Where(l => !l.ByReferral).Select(l => new Option(l.Id, l.Name.In(language), Group: texts[$"register.{l.Register}"])),
    ];

    /// <summary>The line that the chosen topic, else the words, belong to; null when they tell nothing.</summary>
    public static string? Guess(FormState form, ContentInUse content, string language) =>
        content.Topic(form.Text("Topic"))?.Line
        ?? (content.Topics.Find($"{form.Text("About")} {form.Text("Text")}", language, 1) is [var best, ..] ? best.Topic.Line : null);
}
