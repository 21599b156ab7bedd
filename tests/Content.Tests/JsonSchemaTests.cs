namespace Yhteys.Content.Tests;

public sealed class JsonSchemaTests
{
    [Theory]
    [InlineData("""{ "type": "integer" }""", "\"x\"", "The document must be a whole number, but it is the text \"x\": write it without quotes.")]
    [InlineData("""{ "type": "integer" }""", "1.5", "The document must be a whole number, but it is the number 1.5: write it in digits alone.")]
    [InlineData("""{ "type": "integer" }""", "5.0", "The document must be a whole number, but it is the number 5.0: write it in digits alone.")]
    [InlineData("""{ "type": "integer" }""", "5e1", "The document must be a whole number, but it is the number 5e1: write it in digits alone.")]
    [InlineData("""{ "type": "string" }""", "3", "The document must be a text, but it is the number 3: write it in quotes.")]
    [InlineData("""{ "type": "array" }""", "\"a\"", "The document must be a list, but it is the text \"a\": put it in square brackets.")]
    [InlineData("""{ "type": ["string", "null"] }""", "1", "The document must be a text or null, but it is the number 1: write it in quotes.")]
    [InlineData("""{ "type": "boolean" }""", "null", "The document must be true or false, but it is null: change it.")]
    [InlineData("""{ "type": "number" }""", "{}", "The document must be a number, but it is an object: change it.")]
    [InlineData("""{ "enum": ["a", "b"] }""", "\"c\"", "The document is the text \"c\", which is not allowed: use one of a, b.")]
    [InlineData("""{ "const": true }""", "false", "The document must be true, but it is false: change it.")]
    [InlineData("""{ "pattern": "^[a-z]+$", "description": "lower-case letters" }""", "\"A\"", "The document is the text \"A\", which has the wrong form: write it as lower-case letters.")]
    [InlineData("""{ "pattern": "^[a-z]+$" }""", "\"A\"", "The document is the text \"A\", which has the wrong form: write it as the pattern ^[a-z]+$ says.")]
    [InlineData("""{ "format": "date" }""", "\"2026-02-29\"", "The document is the text \"2026-02-29\", which is not a date: write it as year-month-day, for example 2026-01-31.")]
    [InlineData("""{ "minLength": 1 }""", "\"\"", "The document is empty: write a text.")]
    [InlineData("""{ "minLength": 3 }""", "\"ab\"", "The document is too short: write at least 3 characters.")]
    [InlineData("""{ "maxLength": 2 }""", "\"abc\"", "The document is too long: write at most 2 characters, now 3.")]
    [InlineData("""{ "minimum": 1 }""", "0", "The document is 0: it must be at least 1.")]
    [InlineData("""{ "maximum": 7 }""", "7.5", "The document is 7.5: it must be at most 7.")]
    [InlineData("""{ "minItems": 1 }""", "[]", "The document needs at least 1 in the list, now 0: add more.")]
    [InlineData("""{ "maxItems": 1 }""", "[1, 2]", "The document may have at most 1 in the list, now 2: remove some.")]
    [InlineData("""{ "uniqueItems": true }""", "[1, 2, 1.0]", "The document has the number 1.0 twice: remove one.")]
    [InlineData("""{ "minProperties": 1 }""", "{}", "The document needs at least 1 members: add them.")]
    [InlineData("""{ "maximum": 7 }""", "1e400", "The document is 1e400: it must be at most 7.")]
    [InlineData("""{ "minimum": 1 }""", "-1e400", "The document is -1e400: it must be at least 1.")]
    [InlineData("""{ "uniqueItems": true }""", "[1, 1e400, 1e400]", "The document has the number 1e400 twice: remove one.")]
    [InlineData("""{ "type": "string" }""", "", "The file is empty: write its content.")]
    [InlineData("""{ "type": "string" }""", " \n", "The file is empty: write its content.")]
    public void A_broken_word_is_said_with_what_to_do(string schema, string json, string reason) =>
        Check(schema, json).ShouldBe([new("f.json", 1, "$", $"{reason}")]);

    [Theory]
    [InlineData("""{ "type": "integer" }""", "-3")]
    [InlineData("""{ "format": "date" }""", "\"2028-02-29\"")]
    [InlineData("""{ "maxLength": 1 }""", "\"👩‍👧\"")]
    [InlineData("""{ "minimum": 1, "maximum": 1 }""", "1")]
    [InlineData("""{ "minLength": 5 }""", "3")]
    [InlineData("""{ "enum": [{ "a": [1, null] }] }""", """{ "a": [1.0, null] }""")]
    public void A_sound_value_gives_no_problem(string schema, string json) => Check(schema, json).ShouldBeEmpty();

    [Fact]
    public void A_problem_names_file_line_and_path()
    {
        const string schema = """
            { "type": "object", "required": ["id", "name"], "additionalProperties": false,
              "properties": { "id": { "type": "string" }, "name": { "$ref": "#/$defs/text" }, "list": { "type": "array", "items": { "type": "integer" } } },
              "$defs": { "text": { "type": "object", "required": ["fi"], "additionalProperties": { "type": "string" } } } }
            """;
        const string json = """
            {
              "id": 1,
              "extra": true,
              "name": {
                "sv": [ ]
              },
              "list": [
                1,
                "two"
              ]
            }
            """;
        Check(schema, json).Select(p => p.ToString()).ShouldBe(
        [
            "f.json, line 2, $.id: \"id\" must be a text, but it is the number 1: write it in quotes.",
            "f.json, line 3, $.extra: \"extra\" is not known here: remove it or use one of id, name, list.",
            "f.json, line 4, $.name: \"fi\" is missing: add it.",
            "f.json, line 5, $.name.sv: \"sv\" must be a text, but it is a list: change it.",
            "f.json, line 9, $.list[1]: \"list[1]\" must be a whole number, but it is the text \"two\": write it without quotes.",
        ]);
    }

    [Theory]
    [InlineData("{\n  \"a\": 1,\n  \"b\" 2\n}", 3)]
    [InlineData("{\n  \"a\": 1\n", 3)]
    [InlineData("{}\n\n{}", 3)]
    [InlineData("{ // no\n}", 1)]
    public void What_is_not_JSON_names_its_line(string json, int line)
    {
        var problem = Check("{}", json).ShouldHaveSingleItem();
        problem.Line.ShouldBe(line);
        problem.Reason.ShouldStartWith("This is not valid JSON: mend the text here (position ");
        problem.Reason.ShouldNotContain("LineNumber");
    }

    [Theory]
    [InlineData("{\n  \"a\": \"x\" y", 12)]
    [InlineData("{\n  \"ä\": \"öö\" y", 13)]
    [InlineData("\"ä\" y", 5)]
    public void The_place_on_the_line_is_counted_in_characters(string json, int position)
    {
        var problems = new List<ContentProblem>();
        JsonTreeReader.Read("a.json", json, problems).ShouldBeNull();
        problems.ShouldHaveSingleItem().Reason.ShouldStartWith($"This is not valid JSON: mend the text here (position {position} on the line).");
    }

    [Fact]
    public void A_name_written_twice_is_a_problem() =>
        Check("{}", "{\n \"a\": 1,\n \"a\": 2 }").ShouldHaveSingleItem().ToString().ShouldBe("f.json, line 3, $.a: \"a\" is written twice in the same object: remove one.");

    [Fact]
    public void A_pattern_that_could_be_tried_in_endless_ways_is_answered_at_once() =>
        Check("""{ "pattern": "^(a+)+$" }""", $"\"{new string('a', 5_000)}!\"").ShouldHaveSingleItem().ToString().ShouldEndWith("write it as the pattern ^(a+)+$ says.");

    [Theory]
    [InlineData("""{ "oneOf": [] }""", "$.oneOf")]
    [InlineData("""{ "properties": { "a": { "$ref": "#/$defs/none" } } }""", "$.properties.a.$ref")]
    [InlineData("""{ "type": "text" }""", "$.type")]
    [InlineData("""{ "items": { "pattern": "(" } }""", "$.items.pattern")]
    [InlineData("""{ "pattern": "^(?!x)[a-z]+$" }""", "$.pattern")]
    [InlineData("""{ "format": "uri" }""", "$.format")]
    [InlineData("""[1]""", "$")]
    public void A_schema_that_the_validator_cannot_keep_is_refused(string schema, string path)
    {
        var problems = new List<ContentProblem>();
        JsonSchema.Parse("s.json", schema, problems).ShouldBeNull();
        problems.ShouldHaveSingleItem().Path.ShouldBe(path);
    }

    private static IReadOnlyList<ContentProblem> Check(string schema, string json)
    {
        var problems = new List<ContentProblem>();
        return JsonSchema.Parse("s.json", schema, problems).ShouldNotBeNull().Check("f.json", json);
    }
}
