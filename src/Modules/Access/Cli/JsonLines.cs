using System.Text;
using System.Text.Json;

namespace Yhteys.Access.Cli;

/// <summary>On which line of a JSON text, from 1, each value stands, by its path: $.facts[2].day.</summary>
internal static class JsonLines
{
    public static Dictionary<string, int> Of(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(bytes);
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var open = new Stack<(string Path, int? Next)>(); // The next place in a list; none in an object.
        var (path, line, counted) = ("$", 1, 0);
        while (reader.Read())
        {
            var at = (int)reader.TokenStartIndex;
            line += bytes.AsSpan(counted, at - counted).Count((byte)'\n');
            counted = at;
            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                open.Pop();
                continue;
            }

            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                path = $"{open.Peek().Path}.{reader.GetString()}";
            }
            else if (open.TryPeek(out var inside) && inside.Next is { } place)
            {
                open.Pop();
                open.Push((inside.Path, place + 1));
                path = $"{inside.Path}[{place}]";
            }

            lines[path] = line;
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                open.Push((path, reader.TokenType == JsonTokenType.StartArray ? (int?)0 : null));
        }

        return lines;
    }
}
