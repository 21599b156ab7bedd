using System.Text.Json;

namespace Yhteys.Content.Tests;

public sealed class ContentStoreTests : IDisposable
{
    private readonly ContentCopy _copy = new();

    public void Dispose() => _copy.Dispose();

    [Fact]
    public void The_folder_is_found_above_the_program() => new ContentStore().Root.ShouldEndWith("content");

    [Fact]
    public void A_folder_without_schemas_is_refused_with_what_to_set() =>
        Should.Throw<DirectoryNotFoundException>(() => new ContentStore(Path.GetTempPath())).Message.ShouldContain("Yhteys:ContentFolder");

    [Fact]
    public void A_bad_file_names_itself_and_the_version_before_stays()
    {
        var store = new ContentStore(_copy.Root);
        store.Load().ShouldBeEmpty();
        var before = store.Current;
        _copy.Change("services/health.json", "\"register\": \"health\"", "\"register\": \"helth\"");
        _copy.Change("texts/help.json", "Inget hittades", "Ingenting hittades");

        var problems = store.Load();

        problems.ShouldAllBe(p => p.File == "services/health.json" && p.Path.EndsWith(".register"));
        problems[0].ToString().ShouldBe("services/health.json, line 5, $.lines[0].register: \"register\" is the text \"helth\", which is not allowed: use one of health, social.");
        store.Current.Services.ShouldBeSameAs(before.Services);
        store.Current.Texts["help.search_empty"].Sv.ShouldStartWith("Ingenting hittades");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_check_that_came_later_keeps_files_from_being_taken_and_leaves_the_law_in_use(bool ofTaking)
    {
        var before = new ContentStore(_copy.Root);
        before.Load().ShouldBeEmpty();
        var used = before.Current.Files(ContentKinds.Rules);
        var taken = new ContentTakenIntoUse(ContentKinds.Rules, 1, ContentFile.HashOf(used), [.. used.Select(f => new ContentText(f.Path, f.Json))]);
        var files = new Dictionary<string, IReadOnlyList<ContentFile>>(StringComparer.Ordinal) { [ContentKinds.Rules] = used };

        var store = new ContentStore(_copy.Root, [new LaterCheck(ofTaking)], kind => kind == ContentKinds.Rules ? [taken] : []);
        store.Load();

        // Only what the law can't be read without takes it away.
        store.Current.Missing.Contains(ContentKinds.Rules).ShouldBe(!ofTaking);
        (store.WithTaken(files).Next is not null).ShouldBe(ofTaking);
        store.With(files).Next.ShouldBeNull();
        store.Check().ShouldContain(p => p.Reason == "A later check.");
    }

    private sealed class LaterCheck(bool ofTaking) : IContentCheck
    {
        public string Kind => ContentKinds.Rules;

        public IEnumerable<ContentProblem> Check(IReadOnlyList<ContentFile> files, ContentSnapshot before) =>
            [new(files[0].Path, 1, "$", $"A later check.") { OfTaking = ofTaking }];
    }

    [Fact]
    public void Check_takes_nothing_into_use()
    {
        var store = new ContentStore(_copy.Root);
        store.Check().ShouldBeEmpty();
        store.Current.Missing.ShouldBe(ContentKinds.All);
        Should.Throw<InvalidOperationException>(() => store.Current.County).Message.ShouldContain("settings");
    }

    [Fact]
    public void A_file_that_is_not_JSON_leaves_its_kind_missing_and_takes_the_others()
    {
        _copy.Write("settings/county.json", "{\n  \"id\": oops\n}");
        var store = new ContentStore(_copy.Root);
        store.Load().ShouldHaveSingleItem().ToString().ShouldStartWith("settings/county.json, line 2, $: This is not valid JSON");
        store.Current.Missing.ShouldBe([ContentKinds.Settings]);
        store.Current.Services.Lines.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_missing_schema_and_an_empty_kind_are_problems()
    {
        File.Delete(Path.Combine(_copy.Root, "schemas/text.schema.json"));
        Directory.Delete(Path.Combine(_copy.Root, "redflags"), recursive: true);
        new ContentStore(_copy.Root).Check().Select(p => p.File).ShouldBe(["schemas/text.schema.json", "redflags"]);
    }

    [Theory]
    [InlineData("texts/help.json", "\"id\": \"help.demo\"", "\"id\": \"help.guardian\"", "already used")]
    [InlineData("texts/help.json", "This is a demonstration.", "This is {nobody}.", "Nothing fills {nobody}")]
    [InlineData("services/health.json", "\"dental_hygienist\"", "\"dental_hygenist\"", "not in the list professions")]
    [InlineData("topics/disability.json", "\"line\": \"disability\"", "\"line\": \"disabilty\"", "There is no service line \"disabilty\"")]
    [InlineData("topics/tero-synonyms.json", "\"topic\": \"memory\"", "\"topic\": \"memori\"", "There is no topic \"memori\"")]
    [InlineData("redflags/example.json", "\"id\": \"stroke\"", "\"id\": \"breathing\"", "already used")]
    [InlineData("redflags/example.json", "\"rintakip*\"", "\"*kipu\"", "wrong form")]
    [InlineData("settings/county.json", "\"opens\": \"08:00\"", "\"opens\": \"16:00\"", "close at 16:00 before they open at 16:00")]
    [InlineData("settings/county.json", "\"closes\": \"16:00\"", "\"closes\": \"07:30\"", "close at 07:30 before they open at 08:00")]
    public void What_a_schema_cannot_say_is_checked_too(string file, string from, string to, string reason)
    {
        _copy.Change(file, from, to);
        new ContentStore(_copy.Root).Check().ShouldContain(p => p.Reason.Contains(reason) && p.Line > 1);
    }

    [Fact]
    public void A_text_left_as_Finnish_is_a_problem_unless_it_is_marked()
    {
        _copy.Write("texts/more.json", """{ "texts": [{ "id": "more.one", "fi": "Sama", "sv": "Sama", "en": "Same" }, { "id": "more.two", "fi": "OK", "sv": "OK", "en": "OK", "same": true }] }""");
        new ContentStore(_copy.Root).Check().ShouldHaveSingleItem().ToString()
            .ShouldBe("texts/more.json, line 1, $.texts[0].sv: The text is the same in fi and sv: translate it, or mark the entry with \"same\": true.");
    }

    [Fact]
    public void A_text_that_the_program_needs_may_not_be_away()
    {
        File.Delete(Path.Combine(_copy.Root, "texts/emergency.json"));

        new ContentStore(_copy.Root).Check().ShouldContain(p => p.File == "texts/emergency.json" && p.Reason.Contains("emergency.banner", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_in_another_encoding_is_a_problem_of_its_line()
    {
        var path = Path.Combine(_copy.Root, "texts/help.json");
        var text = File.ReadAllText(path);
        File.WriteAllBytes(path, System.Text.Encoding.Latin1.GetBytes(text));

        var line = 1 + text[..text.IndexOfAny(['ä', 'ö', 'å', 'Ä', 'Ö'])].Count(c => c == '\n');
        new ContentStore(_copy.Root).Check().ShouldContain(p => p.File == "texts/help.json" && p.Line == line && p.Reason.Contains("UTF-8", StringComparison.Ordinal));
    }

    [Fact]
    public void A_second_settings_file_is_a_problem()
    {
        File.Copy(Path.Combine(_copy.Root, "settings/county.json"), Path.Combine(_copy.Root, "settings/other.json"));
        new ContentStore(_copy.Root).Check().ShouldHaveSingleItem().Reason.ShouldContain("keep one file");
    }

    [Fact]
    public void A_module_checks_its_own_kind_and_sees_the_kinds_before_it()
    {
        var store = new ContentStore(_copy.Root, [new NoTexts()]);
        store.Check().ShouldHaveSingleItem().Reason.ShouldBe("15 lines");
    }

    [Fact]
    public void A_value_that_nobody_can_read_is_a_problem_of_its_file()
    {
        _copy.Change("texts/help.json", "\"fi\": \"", "\"fi\": \"¤");
        var store = new ContentStore(_copy.Root, [new Unread()]);

        var problem = store.Check().ShouldHaveSingleItem();

        (problem.File, problem.Line, problem.Path).ShouldBe(("texts/help.json", 5, "$.texts[0].fi"));
        problem.Reason.ShouldStartWith("The value here can't be read");
    }

    [Fact]
    public void The_hash_follows_the_text_and_not_line_ends()
    {
        var store = new ContentStore(_copy.Root);
        store.Load();
        var hash = store.Current.HashOf(ContentKinds.Texts);
        hash.ShouldMatch("^[0-9a-f]{64}$");
        foreach (var file in store.Current.Files(ContentKinds.Texts))
            _copy.Write(file.Path, "\uFEFF" + file.Json.Replace("\n", "\r\n", StringComparison.Ordinal));
        store.Load();
        store.Current.HashOf(ContentKinds.Texts).ShouldBe(hash);
        _copy.Change("texts/help.json", "Inget hittades", "Ingenting hittades");
        store.Load();
        store.Current.HashOf(ContentKinds.Texts).ShouldNotBe(hash);
    }

    private sealed class Unread : IContentCheck
    {
        public string Kind => ContentKinds.Texts;

        public IEnumerable<ContentProblem> Check(IReadOnlyList<ContentFile> files, ContentSnapshot before) =>
            files.Any(f => f.Json.Contains('¤', StringComparison.Ordinal)) ? throw new JsonException("Unread.", "$.texts[0].fi", 4, 0) : [];
    }

    private sealed class NoTexts : IContentCheck
    {
        public string Kind => ContentKinds.Texts;

        public IEnumerable<ContentProblem> Check(IReadOnlyList<ContentFile> files, ContentSnapshot before) =>
            [new(files[0].Path, 1, "$", $"{before.Services.Lines.Count} lines")];
    }
}
