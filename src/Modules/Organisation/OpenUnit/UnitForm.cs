using Microsoft.Extensions.Localization;
using Yhteys.Content;
using Yhteys.Organisation.Municipalities;
using Yhteys.Ui;

namespace Yhteys.Organisation;

/// <summary>What is typed of a unit. Swedish and English that are left empty are as in Finnish.</summary>
internal static class UnitForm
{
    public const int Longest = 120;

    private const int LongestPhone = 40;

    public static IReadOnlyList<Option> Kinds(ServiceLines codes, string language) => [.. codes.UnitKinds.Select(k => new Option(k.Id, k.Name.In(language)))];

    public static IReadOnlyList<Option> Municipalities(County county, string language) =>
        [.. county.Municipalities.Select(m => new Option(m, MunicipalityRegister.Name(m, language) ?? m)).OrderBy(o => o.Text, StringComparer.CurrentCulture)];

    /// <summary>Null when something is wrong, with the errors in the form.</summary>
    public static OpenUnit? Read(FormState form, Guid unit, Upkeep upkeep, IStringLocalizer<Texts> texts)
    {
        var language = upkeep.Frame.Language;
        var (name, phone) = Details(form, texts);
        var kind = form.Chosen("Kind", Kinds(upkeep.Codes, language), texts["Unit.ChooseKind"]);
        var municipality = form.Chosen("Municipality", Municipalities(upkeep.Content.Current.County, language), texts["Unit.ChooseMunicipality"]);
        var lines = Lines(form, upkeep.Codes, texts);
        form.Require("FirstDay", texts["Unit.FirstDayMissing"]);
        var first = form.Date("FirstDay", texts["DayWrong"]);
        if (first > upkeep.Today)
            form.Errors.Add("FirstDay", texts["Unit.FirstDayAhead"]);
        var address = HasAddress(form) ? Address(form, texts) : null;
        return form.Valid ? new(unit, name, kind!, municipality!, lines, form.Has("AlwaysStaffed", "true"), first!.Value, phone, address) : null;
    }

    /// <summary>Name and phone as typed, and what is wrong with them in the form.</summary>
    public static (LocalText Name, string? Phone) Details(FormState form, IStringLocalizer<Texts> texts)
    {
        foreach (var field in new[] { "Name", "NameSv", "NameEn" })
            form.CheckName(field, texts[$"Unit.{field}Wrong"]);
        form.Require("Name", texts["UnitNameMissing"]);
        Limit(form, texts, "Name", "NameSv", "NameEn");
        var phone = form.Text("Phone");
        if (phone is not null && (phone.Length > LongestPhone || !Typed.IsPhone(phone)))
            form.Errors.Add("Phone", texts["Unit.PhoneWrong"]);
        return (Local(form, "Name"), phone);
    }

    public static IReadOnlyList<string> Lines(FormState form, ServiceLines codes, IStringLocalizer<Texts> texts)
    {
        var lines = form.All("ServiceLines").Distinct(StringComparer.Ordinal).ToList();
        if (lines.Count == 0 || lines.Exists(l => codes.Line(l) is null))
            form.Errors.Add("ServiceLines", texts["Unit.ChooseLines"]);
        return lines;
    }

    /// <summary>An address as typed, and what is wrong with it in the form.</summary>
    public static UnitAddress Address(FormState form, IStringLocalizer<Texts> texts)
    {
        form.Require("Street", texts["StreetMissing"]);
        var code = form.Text("PostalCode") ?? "";
        if (!SetUnitAddress.IsPostalCode(code))
            form.Errors.Add("PostalCode", texts["PostalCodeWrong"]);
        form.Require("PostOffice", texts["PostOfficeMissing"]);
        Limit(form, texts, "Street", "StreetSv", "PostOffice", "PostOfficeSv");
        return new(Local(form, "Street"), code, Local(form, "PostOffice"));
    }

    private static bool HasAddress(FormState form) => new[] { "Street", "StreetSv", "PostalCode", "PostOffice", "PostOfficeSv" }.Any(f => form.Text(f) is not null);

    private static LocalText Local(FormState form, string name)
    {
        var finnish = form.Text(name) ?? "";
        return new(finnish, form.Text(name + "Sv") ?? finnish, form.Text(name + "En") ?? finnish);
    }

    private static void Limit(FormState form, IStringLocalizer<Texts> texts, params string[] fields)
    {
        foreach (var field in fields)
            form.Limit(field, Longest, texts["TextTooLong", Longest]);
    }
}
