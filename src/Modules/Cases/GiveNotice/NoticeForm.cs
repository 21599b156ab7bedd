using System.Globalization;
using Microsoft.Extensions.Localization;
using Yhteys.Organisation;
using Yhteys.Ui;

namespace Yhteys.Cases;

/// <summary>Reads the fields of a notice of worry, which the resident's form and the professional's share.</summary>
internal static class NoticeForm
{
    // As the two pages ask.
    private static readonly string[] Fields =
        ["Danger", "GivenNames", "Surname", "Under18", "Age", "Text", "Whereabouts", "HelpWanted", "Came", "NotifierName", "Kind", "Relation", "Phone"];

    private static readonly string[] Names = ["GivenNames", "Surname", "NotifierName"];

    private const int Oldest = 120, MostName = 200, MostRelation = 100, MostPhone = 50;

    /// <summary>Nobody who tells of danger is kept from sending by what else the form asks. To be done before the form is read.</summary>
    public static void FillForDanger(FormState form, IStringLocalizer<Texts> texts)
    {
        if (form.Text("Danger") != "yes") return;
        if (form.Text("Text") is null) form["Text"] = texts["Contact.NoText"];
        if (form.Text("HelpWanted") is null) form["HelpWanted"] = "now";
        if (form.Text("Under18") is null) form["Under18"] = "unknown";
        foreach (var field in Names)
            if (form.Text(field) is { } name) form[field] = Typed.NameIn(name);
    }

    /// <summary>What was said of the age of somebody who was not looked up: a number, or only on which side of 18.</summary>
    public static (int? Age, bool? Under18) Age(FormState form, IStringLocalizer<Texts> texts)
    {
        var under = form.Text("Under18") switch { "yes" => true, "no" => false, _ => (bool?)null };
        if (form.Text("Under18") is not ("yes" or "no" or "unknown")) form.Errors.Add("Under18", texts["Notice.Under18Missing"]);
        if (form.Text("Age") is not { } typed) return (null, under);
        if (!int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var age) || age > Oldest)
        {
            form.Errors.Add("Age", texts["Notice.AgeWrong"]);
            return (null, under);
        }

        if (under is { } child && child != age < 18) form.Errors.Add("Age", texts["Notice.AgeDisagrees"]);
        return (age, under);
    }

    /// <param name="notifier">Who tells; what is asked of them on the form is added here.</param>
    public static GiveNotice Read(FormState form, NoticeAbout about, string came, Notifier notifier, IStringLocalizer<Texts> texts)
    {
        foreach (var field in Names)
        {
            form.Limit(field, MostName, texts["Notice.NameTooLong"]);
            form.CheckName(field, texts[$"Notice.{field}Wrong"]);
        }

        form.Limit("Phone", MostPhone, texts["Notice.PhoneTooLong"]);
        form.Limit("Relation", MostRelation, texts["Notice.RelationTooLong"]);
        if (form.Text("Danger") is not ("yes" or "no")) form.Errors.Add("Danger", texts["Contact.DangerMissing"]);
        return new(
            Guid.NewGuid(), ReceiptNumber.New(), Guid.NewGuid(), about, came, form.Text("Text") ?? "",
            form.Require("HelpWanted", texts["UnknownHelpWanted"]) ?? "",
            notifier with { Phone = form.Text("Phone"), Relation = form.Text("Relation") },
            form.Text("Danger") == "yes" ? form.Text("Kind") : form.Require("Kind", texts["UnknownNotifierKind"]),
            form.Has("StaysUnnamed", "true"), form.Has("PersonKnows", "true"), form.Text("Whereabouts"), form.Text("Danger") == "yes");
    }

    /// <summary>Adds what is wrong with the texts, and puts all that is wrong in the order of the page.</summary>
    public static void Check(FormState form, GiveNotice command, RefusalText refusals)
    {
        if (Words.Refused(command.Text) is { } refusal) form.Refuse(refusal, refusals);
        if (command.Whereabouts?.Length > Words.MostCharacters) form.Refuse(new WhereaboutsTooLong(), refusals);
        form.Errors.InOrder(Fields);
    }
}
