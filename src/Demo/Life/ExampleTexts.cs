using Yhteys.Cases;
using Yhteys.Content;

namespace Yhteys.Demo.Life;

/// <summary>Short made-up messages, each marked as an example, in the language of the person.</summary>
internal static class ExampleTexts
{
    public static string Contact(LocalText subject, string language) => language switch
    {
        "sv" => $"Exempel: {subject.Sv}. Jag behöver hjälp med det här ärendet.",
        "en" => $"Example: {subject.En}. I need help with this matter.",
        _ => $"Esimerkki: {subject.Fi}. Tarvitsen apua tähän asiaan.",
    };

    public static string Question(string language) => language switch
    {
        "sv" => "Exempel: Hur länge har det här pågått?",
        "en" => "Example: How long has this been going on?",
        _ => "Esimerkki: Kuinka kauan tämä on jatkunut?",
    };

    public static string Reply(string language) => language switch
    {
        "sv" => "Exempel: Ungefär en vecka.",
        "en" => "Example: About a week.",
        _ => "Esimerkki: Noin viikon.",
    };

    public static string Advice(string language) => language switch
    {
        "sv" => "Exempel: Här är svaret på din fråga. Skriv på nytt om du behöver mer hjälp.",
        "en" => "Example: Here is the answer to your question. Write again if you need more help.",
        _ => "Esimerkki: Tässä on vastaus kysymykseesi. Kirjoita uudelleen, jos tarvitset lisää apua.",
    };

    public static string Thanks(string language) => language switch
    {
        "sv" => "Exempel: Jag har ännu en fråga om samma sak.",
        "en" => "Example: I have one more question about the same thing.",
        _ => "Esimerkki: Minulla on vielä kysymys samasta asiasta.",
    };

    public static string Worry(string language) => language switch
    {
        "sv" => "Exempel: Jag är orolig för hur personen klarar sig.",
        "en" => "Example: I am worried about how the person is coping.",
        _ => "Esimerkki: Olen huolissani siitä, miten hän pärjää.",
    };

    public static string Danger(string language) => language switch
    {
        "sv" => "Exempel: Jag är inte trygg hemma just nu.",
        "en" => "Example: I am not safe at home right now.",
        _ => "Esimerkki: En ole kotona turvassa juuri nyt.",
    };

    public const string OpenReason = "Esimerkki: ilmoittajalta on kysyttävä lisää.";
    public const string ReleaseReason = "Esimerkki: asiasta on puhuttu henkilön kanssa.";
    public const string KeepReason = "Esimerkki: nuori ymmärtää asian ja kieltää kertomasta.";
    public const string WrongReason = "Esimerkki: samanniminen henkilö, kirjattu väärälle.";
    public const string Whereabouts = "Esimerkki: leikkii usein kerrostalon pihalla.";
    public const string Plan = "Esimerkki: tarjoamme ajan huomenna aamupäivällä.";
    public const string Note = "Esimerkkikirjaus.";
    public const string Reason = "Esimerkki: asia kuuluu toiseen palveluun.";

    /// <summary>Why a child's matter ends without an assessment; null of others, which ask no reason.</summary>
    public static string? Closing(Matter state) => ChildWelfare.Unassessed(state.ServiceLine, state.Clock?.Facts) ? Note : null;
}
