namespace Yhteys.Ui.Tests;

public static class SamplePages
{
    public static void Resident(PageFrame frame)
    {
        frame.Roomy = true;
        frame.Demo = true;
        frame.Organisation = "Keski-Pohjanmaan hyvinvointialue";
        frame.EmergencyBanner = "Hätätilanteessa soita 112.";
        frame.SignedInName = "Aino Esimerkki";
        frame.Role = "Asukas";
        frame.Path = "/contact?a=1";
        frame.Navigation = () => [new("/contact", "Ota yhteyttä", true), new("/matters", "Omat asiat", Count: 2), new("/me", "Omat tiedot")];
        frame.FooterLinks = [new("/accessibility", "Saavutettavuusseloste"), new("/privacy", "Tietosuoja")];
    }

    public static void Staff(PageFrame frame)
    {
        Resident(frame);
        frame.Roomy = false;
        frame.SignedInName = "Sari Hoitaja";
        frame.Role = "Ohjaava sairaanhoitaja";
        frame.Navigation = () => [new("/worklist", "Työlista", true, 214), new("/board", "Tilannekuva"), new("/booking", "Ajanvaraus"), new("/people", "Hae henkilö")];
    }

    public static FormState FormWithErrors()
    {
        var form = new FormState { ["Text"] = "Polvi on kipeä <b>eilisestä</b> 😀", ["Since"] = "eilen", ["For"] = "child", ["Channels"] = "phone" };
        form.Errors.Add("For", "Valitse, ketä asia koskee.");
        form.Errors.Add("Since", "Kirjoita päivä muodossa 24.12.2026.");
        form.Errors.Add("Asia on muuttunut sen jälkeen, kun avasit sen.");
        return form;
    }
}
