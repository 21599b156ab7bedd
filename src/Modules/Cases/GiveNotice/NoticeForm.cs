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

    /// <summary>Characters of a name; the two of a person share them.</summary>
    public const int MostName = 200;

    private const int Oldest = 120, MostRelation = 100, MostPhone = 50;

    /// <summary>An age in years as typed; null when it is none.</summary>
    public static int? Years(string typed) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var age) && age <= Oldest ? age : null;

    /// <summary>What was said of the age of somebody who was not looked up: a number, or only on which side of 18.</summary>
    public static (int? Age, bool? Under18) Age(FormState form, IStringLocalizer<Texts> texts)
    {
        var under = form.Text("Under18") switch { "yes" => true, "no" => false, _ => (bool?)null };
        if (form.Text("Under18") is not ("yes" or "no" or "unknown")) form.Errors.Add("Under18", texts["Notice.Under18Missing"]);
        if (form.Text("Age") is not { } typed) return (null, under);
        if (Years(typed) is not { } age)
        {
            form.Errors.Add("Age", texts["Notice.AgeWrong"]);
            return (null, under);
        }

        if (under is { } child && child != age < 18) form.Errors.Add("Age", texts["Notice.AgeDisagrees"]);
        return (age, under);
    }

    /// <param name="notifier">Who tells, when that is known; what is asked of them on the form is added here.</param>
    public static GiveNotice Read(FormState form, NoticeAbout about, string came, Notifier notifier, IStringLocalizer<Texts> texts)
    {
        var (danger, another) = (form.Text("Danger") == "yes", came is not ("web" or "own"));
        int Most(int calm) => danger ? Words.MostCharacters : calm;
        foreach (var field in (string[])["GivenNames", "Surname", "NotifierName"])
        {
            if (another || field != "NotifierName") form.CheckName(field, texts[$"Notice.{field}Wrong"]);
            form.Limit(field, Most(MostName), texts["Notice.NameTooLong"]);
        }

        form.Limit("Phone", Most(MostPhone), texts["Notice.PhoneTooLong"]);
        form.Limit("Relation", Most(MostRelation), texts["Notice.RelationTooLong"]);
        if (form.Text("Danger") is not ("yes" or "no")) form.Errors.Add("Danger", texts["Contact.DangerMissing"]);
        return new(
            Guid.NewGuid(), ReceiptNumber.New(), Guid.NewGuid(), about, came, form.Text("Text") ?? "",
            form.Require("HelpWanted", texts["UnknownHelpWanted"]) ?? "",
            notifier with { Name = another ? form.Text("NotifierName") : notifier.Name, Phone = form.Text("Phone"), Relation = form.Text("Relation") },
            danger ? form.Text("Kind") : form.Require("Kind", texts["UnknownNotifierKind"]),
            form.Has("StaysUnnamed", "true"), form.Has("PersonKnows", "true"), form.Text("Whereabouts"), danger);
    }

    /// <summary>Adds what is wrong with the texts, and puts all that is wrong in the order of the page.</summary>
    public static void Check(FormState form, GiveNotice command, RefusalText refusals)
    {
        if (Words.Refused(command.Text) is { } refusal) form.Refuse(refusal, refusals);
        if (command.Whereabouts?.Length > Words.MostCharacters) form.Refuse(new WhereaboutsTooLong(), refusals);
        form.Errors.InOrder(Fields);
    }
}
