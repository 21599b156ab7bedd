using System.Text;
using System.Text.Json;

namespace Yhteys.Content;

/// <summary>Reads a JSON text into a <see cref="JsonTree"/>; the standard document model keeps no line numbers.</summary>
internal static class JsonTreeReader
{
    /// <returns>The tree, or null with the problem of the first place where the text is not JSON.</returns>
    public static JsonTree? Read(string file, string json, ICollection<ContentProblem> problems)
    {
        var bytes = Encoding.UTF8.GetBytes(json.TrimStart('\uFEFF'));
        if (string.IsNullOrWhiteSpace(json))
        {
            problems.Add(new(file, 1, "$", $"The file is empty: write its content."));
            return null;
        }

        // Reading puts a replacement character in the place of bytes that are no UTF-8.
        if (json.IndexOf('\uFFFD', StringComparison.Ordinal) is var at and >= 0)
        {
            problems.Add(new(file, 1 + json.AsSpan(0, at).Count('\n'), "$", $"A character here is not UTF-8: save the file again in UTF-8."));
            return null;
        }

        var lines = new LineIndex(bytes);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = 64 });
        try
        {
            reader.Read();
            var tree = Value(ref reader, lines, file, "$", problems);
            while (reader.Read())
            {
                // Reading to the end makes the reader report text after the document.
            }

            return tree;
        }
        catch (JsonException e)
        {
            problems.Add(new(file, (int)(e.LineNumber ?? 0) + 1, "$", $"This is not valid JSON: mend the text here (position {Position(bytes, e)} on the line). A comma, a quotation mark or a bracket may be missing there, or too many."));
            return null;
        }
        catch (InvalidOperationException)
        {
            // Half of a character, an escape such as \ud800 alone; the reader says so only when the text is asked for.
            problems.Add(new(file, lines.Of(reader.TokenStartIndex), "$", $"A text on this line has half of a character, an escape between \\ud800 and \\udfff alone: write the whole character."));
            return null;
        }
    }

    /// <summary>In characters, from 1; the library counts bytes from 0.</summary>
    private static int Position(byte[] bytes, JsonException e)
    {
        var start = 0;
        for (var line = e.LineNumber ?? 0; line > 0; line--)
            start = Array.IndexOf(bytes, (byte)'\n', start) + 1;
        return 1 + Encoding.UTF8.GetCharCount(bytes, start, (int)Math.Min(e.BytePositionInLine ?? 0, bytes.Length - start));
    }

    private static JsonTree Value(ref Utf8JsonReader reader, LineIndex lines, string file, string path, ICollection<ContentProblem> problems)
    {
        var line = lines.Of(reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return Object(ref reader, lines, file, path, problems, line);
            case JsonTokenType.StartArray:
                var array = new JsonTree(JsonShape.Array, line);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    array.Items.Add(Value(ref reader, lines, file, $"{path}[{array.Items.Count}]", problems));
                return array;
            case JsonTokenType.String:
                return new(JsonShape.Text, line) { Text = reader.GetString()! };
            case JsonTokenType.Number:
                return new(JsonShape.Number, line) { Text = Encoding.UTF8.GetString(reader.ValueSpan) };
            case JsonTokenType.True:
                return new(JsonShape.True, line);
            case JsonTokenType.False:
                return new(JsonShape.False, line);
            default:
                return new(JsonShape.Null, line);
        }
    }

    private static JsonTree Object(ref Utf8JsonReader reader, LineIndex lines, string file, string path, ICollection<ContentProblem> problems, int line)
    {
        var tree = new JsonTree(JsonShape.Object, line);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            var at = lines.Of(reader.TokenStartIndex);
            if (tree[name] is not null)
                problems.Add(new(file, at, $"{path}.{name}", $"\"{name}\" is written twice in the same object: remove one."));
            reader.Read();
            tree.Members.Add(new(name, at, Value(ref reader, lines, file, $"{path}.{name}", problems)));
        }

        return tree;
    }

    private sealed class LineIndex
    {
        private readonly List<long> _starts = [0];

        public LineIndex(byte[] bytes)
        {
            for (var i = 0; i < bytes.Length; i++)
                if (bytes[i] == (byte)'\n')
                    _starts.Add(i + 1);
        }

        public int Of(long position)
        {
            var found = _starts.BinarySearch(position);
            return found >= 0 ? found + 1 : ~found;
        }
    }
}
