using Yhteys.Testing;
using Yhteys.Web.Host;

namespace Yhteys.Web.Tests.Cli;

/// <summary>A setting that can't be what was meant stops the start with its name; nothing is passed over in silence.</summary>
public sealed class SettingsTests : IDisposable
{
    private readonly string _folder = Scratch.Folder("yhteys-settings-");

    [Theory]
    [InlineData("""{ "Yhteys": { "SesionMinutes": 30 } }""", "has the setting Yhteys:SesionMinutes, which is not known. Did you mean Yhteys:SessionMinutes?")]
    [InlineData("""{ "Yhteys": { "Proxies": ["10.0.0.5"] } }""", "The settings are DataFolder, ContentFolder,")]
    [InlineData("""{ "Yhtyes": { "Urls": "http://localhost:5080" } }""", "has 'Yhtyes' beside the section Yhteys, and nothing reads it")]
    [InlineData("""{ "Urls": "http://localhost:5080" }""", "has 'Urls' beside the section Yhteys")]
    [InlineData("""{ "Yhteys": "http://localhost:5080" }""", "Yhteys is 'http://localhost:5080' in ")]
    [InlineData("""{ "Yhteys": { "SessionMinutes": "soon" } }""", "yhteys.json is 'soon'. Write a whole number, such as 60.")]
    [InlineData("""{ "Yhteys": { "SessionMinutes": 60.5 } }""", "yhteys.json is '60.5'. Write a whole number")]
    [InlineData("""{ "Yhteys": { "SessionMinutes": 99999999999 } }""", "yhteys.json is '99999999999'. Yhteys:SessionMinutes must be between 1 and 1440.")]
    [InlineData("""{ "Yhteys": { "formsPerMinute": -99999999999 } }""", "yhteys.json is '-99999999999'. Yhteys:FormsPerMinute must be 0 (no limit) or more")]
    [InlineData("""{ "Yhteys": { "SessionMinutes": 0 } }""", "Yhteys:SessionMinutes must be between 1 and 1440")]
    [InlineData("""{ "Yhteys": { "Demo": "perhaps" } }""", "yhteys.json is 'perhaps'. Write true or false.")]
    [InlineData("""{ "Yhteys": { "Demo": 1 } }""", "yhteys.json is '1'. Write true or false.")]
    [InlineData("""{ "Yhteys": { "Urls": ["http://localhost:5080"] } }""", "yhteys.json holds several values. Write one text.")]
    [InlineData("""{ "Yhteys": { "TrustedProxies": "10.0.0.5" } }""", "yhteys.json is '10.0.0.5'. Write a list")]
    [InlineData("""{ "Yhteys": { "TrustedProxies": [["10.0.0.5"]] } }""", "has something else than texts in its list")]
    [InlineData("""{ "Yhteys": { "ContentFolder": " " } }""", "Yhteys:ContentFolder is ' ', which names no folder")]
    [InlineData("""{ "Yhteys": { "SesionMinutes": "" } }""", "has the setting Yhteys:SesionMinutes, which is not known")]
    [InlineData("""{ "Yhteys": { "ContentFolder": "a\u0000b" } }""", "Yhteys:ContentFolder is 'ab', which names no folder")]
    [InlineData("{\n \"Yhteys\": {\n  \"Demo\": maybe } }", "line 3 is not valid JSON")]
    [InlineData("", "line 1 is not valid JSON")]
    [InlineData("[]", "The settings could not be read from")]
    [InlineData("""{ "Yhteys": { "Demo": true, "demo": false } }""", "The settings could not be read from")]
    public void A_file_of_settings_that_would_not_do_what_it_says_is_refused(string file, string words)
    {
        File.WriteAllText(Path.Combine(_folder, "yhteys.json"), file);

        Told.By("verify", "--data", _folder).ShouldRefuse(words);
        Told.By("demo", "--data", _folder).ShouldRefuse(words);
        Directory.EnumerateFileSystemEntries(_folder).Select(Path.GetFileName).ShouldBe(["yhteys.json"], "nothing was made");
    }

    [Fact]
    public void A_folder_in_the_place_of_the_file_is_told_of()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "yhteys.json"));

        Told.By("verify", "--data", _folder).ShouldRefuse("yhteys.json is a folder");
    }

    [Fact]
    public void A_list_that_is_empty_and_a_file_without_settings_are_fine()
    {
        foreach (var file in (string[])["""{ "Yhteys": { "TrustedProxies": [], "urls": "http://localhost:5081" } }""", """{ "Yhteys": {} }""", "{}", """{ "$schema": "https://example.org/yhteys", "Yhteys": {} }"""])
        {
            File.WriteAllText(Path.Combine(_folder, "yhteys.json"), file);
            Told.By("verify", "--data", _folder).ShouldRefuse("There is no journal in");
        }
    }

    [Fact]
    public void What_is_empty_in_the_file_or_in_the_environment_is_as_if_left_out()
    {
        File.WriteAllText(Path.Combine(_folder, "yhteys.json"), """{ "Yhteys": { "Urls": null, "MasterKey": "", "ContentFolder": "", "FormsPerMinute": "", "SessionMinutes": 20, "ChainKey": "" } }""");
        string[] empty = ["Yhteys__Connection", "Yhteys__SessionMinutes"];
        foreach (var name in empty) Environment.SetEnvironmentVariable(name, "");
        try
        {
            var (settings, problem) = SettingsReader.Read(_folder, _ => { });

            problem.ShouldBeNull();
            var left = new Settings();
            settings!.ContentFolder.ShouldBe(Path.GetFullPath(left.ContentFolder));
            (settings.Urls, settings.MasterKey, settings.ChainKey, settings.Connection, settings.FormsPerMinute, settings.SessionMinutes)
                .ShouldBe((left.Urls, null, null, null, left.FormsPerMinute, 20));
        }
        finally
        {
            foreach (var name in empty) Environment.SetEnvironmentVariable(name, null);
        }
    }

    [Fact]
    public void Variables_of_the_environment_that_set_nothing_are_warned_of_and_those_of_others_are_not() =>
        SettingNames.Warnings(
            [
                "Yhteys__SesionMinutes", "YHTEYS__PORT", "Yhteys_Urls", "YHTEYS_DATA", "YHTEYS_DATA_FOLDER", "Yhtesy__Urls",
                "Yhteys__Urls", "YHTEYS__URLS", "Yhteys__TrustedProxies__0", "YHTEYS_TEST_POSTGRES", "YHTEYS_WRITE_GOLDEN", "Logging__LogLevel", "Other__Urls", "PATH",
            ]).ShouldBe(
            [
                "The environment variable YHTEYS_DATA sets nothing. Did you mean Yhteys__DataFolder?",
                "The environment variable YHTEYS_DATA_FOLDER sets nothing. Did you mean Yhteys__DataFolder?",
                "The environment variable YHTEYS__PORT sets nothing. The settings are DataFolder, ContentFolder, Database, Connection, MasterKey, ChainKey, Demo, AcceptRestored, Urls, SessionMinutes, FormsPerMinute, TrustedProxies.",
                "The environment variable Yhtesy__Urls sets nothing. Did you mean Yhteys__Urls?",
                "The environment variable Yhteys_Urls sets nothing. Did you mean Yhteys__Urls?",
                "The environment variable Yhteys__SesionMinutes sets nothing. Did you mean Yhteys__SessionMinutes?",
            ]);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
