using NodaTime;
using Yhteys.Testing;
using Yhteys.Web.Cli;

namespace Yhteys.Web.Tests.Cli;

public sealed class CommandLineTests
{
    // A name of 300 letters: a file system takes 255.
    private const string Ten = "aaaaaaaaaa", Hundred = Ten + Ten + Ten + Ten + Ten + Ten + Ten + Ten + Ten + Ten, LongPath = "/dev/shm/" + Hundred + Hundred + Hundred;

    [Theory]
    [InlineData("--help")]
    [InlineData("serve", "--help")]
    [InlineData("demo", "--help")]
    [InlineData("verify", "--help")]
    [InlineData("rebuild", "--help")]
    [InlineData("content", "check", "--help")]
    [InlineData("clock", "--help")]
    [InlineData("publish", "--help")]
    [InlineData("hetu", "--help")]
    [InlineData("events", "--help")]
    public void Every_verb_has_help(params string[] args)
    {
        var told = Told.By(args);

        told.Exit.ShouldBe(0);
        told.Answers.ShouldContain("Usage:");
    }

    [Fact]
    public void The_county_that_is_made_unasked_is_that_of_the_verb_and_ends_now()
    {
        var usual = DemoVerb.Usual();

        (usual.Residents, usual.Weeks, usual.Seed, usual.Untouched).ShouldBe((8000, 4, 1UL, 0));
        (SystemClock.Instance.GetCurrentInstant() - usual.Until).ShouldBeInRange(Duration.Zero, Duration.FromMinutes(1));
        var help = string.Join(' ', Told.By("demo", "--help").Answers.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        help.ShouldContain("Residents of the county. Default: 8000.");
        help.ShouldContain("Default: 4.");
    }

    [Theory]
    [InlineData("'dance'", "dance")]
    [InlineData("'--loud'", "hetu", "131052-308T", "--loud")]
    [InlineData("1 and 65535", "serve", "--port", "70000")]
    [InlineData("--port must be a whole number between 1 and 65535, not 'many'", "serve", "--port", "many")]
    [InlineData("is a folder", "clock", "--facts", "/")]
    [InlineData("'many'", "demo", "--residents", "many")]
    [InlineData("1 and 200000", "demo", "--residents", "0")]
    [InlineData("1 and 200000", "demo", "--residents", "9000000000")]
    [InlineData("There is no journal in", "verify", "--data", "/nowhere/at/all")]
    [InlineData("names no folder", "verify", "--data", "")]
    [InlineData("names no folder", "serve", "--demo", "--data", " ")]
    [InlineData("/dev/null, which is a file", "serve", "--demo", "--data", "/dev/null")]
    [InlineData("/dev/null, which is a file", "demo", "--data", "/dev/null")]
    [InlineData("/dev/null, which is a file", "verify", "--data", "/dev/null")]
    [InlineData("'/dev/null/below'. Check the path.", "demo", "--data", "/dev/null/below")]
    [InlineData("The path is too long", "demo", "--data", LongPath)]
    [InlineData("names no folder", "content", "check", "--content", "")]
    [InlineData("/dev/null, which is a file", "content", "check", "--content", "/dev/null")]
    [InlineData("There is no journal in", "rebuild", "--data", "/nowhere/at/all")]
    [InlineData("no schemas folder", "content", "check", "--content", "/nowhere")]
    [InlineData("either --rule", "clock")]
    [InlineData("either --rule", "clock", "--rule", "THL51A-14D", "--facts", "f.json")]
    [InlineData("--start", "clock", "--rule", "THL51A-14D")]
    [InlineData("is not a date", "clock", "--rule", "THL51A-14D", "--start", "tomorrow")]
    [InlineData("There is no rule", "clock", "--rule", "X", "--start", "2026-11-30")]
    [InlineData("There is no file", "clock", "--facts", "/nowhere.json")]
    [InlineData("names no file", "clock", "--facts", "")]
    [InlineData("over 1000000 characters", "clock", "--facts", "/dev/zero")]
    [InlineData("The file is empty", "clock", "--facts", "/dev/null")]
    [InlineData("is a folder", "clock", "--facts", "/", "--recorded", "2026-11-30")]
    [InlineData("is not a period", "clock", "--rule", "OHL15-TALK", "--start", "2026-03-06", "--closed", "2026-03-20..2026-03-10")]
    [InlineData("is not a period", "clock", "--rule", "OHL15-TALK", "--start", "2026-03-06", "--closed", "2026-03-20")]
    [InlineData("Leave them out", "clock", "--rule", "OHL15-TALK", "--recorded", "2026-03-06", "--matter", "x")]
    [InlineData("--data goes with --recorded", "clock", "--rule", "THL51A-ADULT", "--start", "2026-03-06", "--data", "/nowhere")]
    [InlineData("--as-of goes with --facts", "clock", "--rule", "THL51A-ADULT", "--start", "2026-03-06", "--as-of", "2026-03-07")]
    [InlineData("--explain goes with --facts", "clock", "--rule", "THL51A-ADULT", "--start", "2026-03-06", "--explain")]
    [InlineData("--start and --closed go with --rule", "clock", "--facts", "f.json", "--start", "2026-03-06")]
    [InlineData("--period 2026-10", "publish")]
    [InlineData("There is no journal in", "publish", "--period", "2026-10", "--data", "/nowhere/at/all")]
    public void Bad_input_gets_a_sentence(string words, params string[] args) => Told.By(args).ShouldRefuse(words);

    [Fact]
    public void In_json_the_sentence_is_json_too()
    {
        var told = Told.By("verify", "--data", "/nowhere", "--json");

        told.Exit.ShouldBe(2);
        System.Text.Json.JsonDocument.Parse(told.Notes).RootElement.GetProperty("error").GetString().ShouldStartWith("There is no journal");
    }

    [Fact]
    public void In_json_a_note_is_an_object_on_its_line_as_the_error_is()
    {
        using var notes = new StringWriter();
        var terminal = new Yhteys.Web.Cli.Terminal(TextWriter.Null, notes) { AsJson = true };
        terminal.Note("Making it.");
        terminal.Refuse("It can't be made.").ShouldBe(2);

        notes.ToString().Split(Environment.NewLine).ShouldBe(["""{"note":"Making it."}""", """{"error":"It can't be made."}""", ""]);
    }

    [Theory]
    [InlineData("131052-308T", true, "1952-10-13", "female")]
    [InlineData(" 131052-308t ", true, "1952-10-13", "female")]
    [InlineData("", false, null, null)]
    [InlineData("   ", false, null, null)]
    [InlineData("١٣١٠٥٢-308T", false, null, null)]
    [InlineData("@nofile", false, null, null)]
    [InlineData("010280-952L", true, "1980-02-01", "female")]
    [InlineData("010280-952K", false, null, null)]
    [InlineData("😀", false, null, null)]
    public void Hetu(string code, bool valid, string? birthDate, string? sex)
    {
        var told = Told.By("hetu", code, "--json");

        told.Exit.ShouldBe(0);
        told.Json.GetProperty("valid").GetBoolean().ShouldBe(valid);
        told.Json.GetProperty("birthDate").GetString().ShouldBe(birthDate);
        told.Json.GetProperty("sex").GetString().ShouldBe(sex);
        (told.Json.GetProperty("why").GetString() is null).ShouldBe(valid);
    }

    [Fact]
    public void Hetu_of_nothing_and_of_very_much_says_why()
    {
        Told.By("hetu", "").Answers.ShouldBe($"Not valid. Enter the personal identity code.{Environment.NewLine}");
        Told.By("hetu", new string('1', 1_000_000)).Answers.ShouldStartWith("Not valid. A personal identity code has 11 characters");
    }

    [Fact]
    public void Clock_of_a_rule()
    {
        var told = Told.By("clock", "--rule", "THL51A-ADULT", "--start", "2026-03-06", "--json");

        told.Exit.ShouldBe(0, told.Notes);
        told.Json.EnumerateObject().Select(p => p.Name).ShouldBe(["rule", "start", "strict", "latest", "law"]);
        told.Json.GetProperty("strict").GetString().ShouldBe("2026-06-06");
        told.Json.GetProperty("latest").GetString().ShouldBe("2026-06-08");
    }

    [Fact]
    public void A_clock_of_a_rule_that_has_been_replaced_names_the_new_ones_with_their_condition()
    {
        var told = Told.By("clock", "--rule", "THL51A-14D", "--start", "2026-03-06");

        told.ShouldRefuse("THL51A-ADULT (23 years or over");
        told.Notes.ShouldContain("2024-12-31");
    }

    [Fact]
    public void Clock_of_facts_that_are_no_json_says_so()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.json");
        File.WriteAllText(file, "{ \"serviceLine\": ");
        try
        {
            Told.By("clock", "--facts", file).ShouldRefuse($"{file}, line 1, $: This is not valid JSON");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void The_reasoning_is_told_as_lines_too()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.json");
        File.WriteAllText(file, """{"opened": "2026-11-13", "line": "child_welfare", "age": 9, "facts": [{"fact": "notice_received", "day": "2026-11-13"}]}""");
        try
        {
            Told.By("clock", "--facts", file, "--as-of", "2026-11-16").Answers.ShouldNotContain("    day: ");
            Told.By("clock", "--facts", file, "--as-of", "2026-11-16").Answers.ShouldNotContain("Left out");
            Told.By("clock", "--facts", file, "--as-of", "2026-11-12").Answers.ShouldContain("Left out: notice_received 2026-11-13. 2026-11-13 is after 2026-11-12, the day on which the states are asked.");
            var told = Told.By("clock", "--facts", file, "--as-of", "2026-11-16", "--explain");
            told.Exit.ShouldBe(0, told.Notes);
            told.Answers.ShouldContain("    ground: The rule is in force from 1 April 2015.");
            told.Answers.ShouldContain("    day: 2026-11-14 from 2026-11-13 is Saturday");
            told.Answers.ShouldContain("    day: 2026-11-16 is day 1 from 2026-11-13");
            told.Answers.ShouldContain("    stops with: assessment started");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void The_content_of_the_repository_is_sound()
    {
        var told = Told.By("content", "check", "--content", Repository.PathOf("content"), "--json");

        told.Exit.ShouldBe(0, told.Answers);
        told.Json.GetProperty("problems").GetArrayLength().ShouldBe(0);
        told.Json.GetProperty("warnings").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public void The_document_of_events_is_what_the_program_says()
    {
        var told = Told.By("events", "--markdown");
        var file = Repository.PathOf("docs/events.md");
        if (Repository.WriteGolden)
            File.WriteAllText(file, told.Answers);

        told.Exit.ShouldBe(0);
        File.ReadAllText(file).ShouldBe(told.Answers, "Write it anew: ./yhteys events --markdown > docs/events.md");
        Told.By("events", "--json").Json.EnumerateArray().Select(e => e.GetProperty("alias").GetString()).ShouldContain("content.taken-into-use/1");
    }
}
