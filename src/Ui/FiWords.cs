using System.Globalization;

namespace Yhteys.Ui;

/// <summary>How one language writes times and amounts. Source for fi and sv: Institute for the Languages of Finland.</summary>
internal sealed record FiWords(
    string[] Weekdays,
    string[] WeekdaysLong,
    string[] Months,
    string At,
    string TimePattern,
    (string One, string Many) Minute,
    (string One, string Many) Hour,
    (string One, string Many) Day,
    string Ago,
    string JustNow,
    (string One, string Many) WorkingDay)
{
    public static readonly FiWords Finnish = new(
        ["ma", "ti", "ke", "to", "pe", "la", "su"],
        ["maanantai", "tiistai", "keskiviikko", "torstai", "perjantai", "lauantai", "sunnuntai"],
        ["tammikuu", "helmikuu", "maaliskuu", "huhtikuu", "toukokuu", "kesäkuu", "heinäkuu", "elokuu", "syyskuu", "lokakuu", "marraskuu", "joulukuu"],
        "klo", "H.mm",
        ("minuutti", "minuuttia"), ("tunti", "tuntia"), ("päivä", "päivää"),
        "{0} sitten", "juuri nyt", ("arkipäivä", "arkipäivää"));

    public static readonly FiWords Swedish = new(
        ["må", "ti", "on", "to", "fr", "lö", "sö"],
        ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"],
        ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"],
        "kl.", "H.mm",
        ("minut", "minuter"), ("timme", "timmar"), ("dag", "dagar"),
        "för {0} sedan", "just nu", ("vardag", "vardagar"));

    public static readonly FiWords English = new(
        ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
        "at", "H:mm",
        ("minute", "minutes"), ("hour", "hours"), ("day", "days"),
        "{0} ago", "just now", ("working day", "working days"));

    public static FiWords Of(string language) => language switch
    {
        "sv" => Swedish,
        "en" => English,
        _ => Finnish,
    };

    /// <summary>fi, sv or en; fi for a culture that the product doesn't speak.</summary>
    public static string Code(CultureInfo culture) => culture.TwoLetterISOLanguageName is ("sv" or "en") and var code ? code : "fi";
}
