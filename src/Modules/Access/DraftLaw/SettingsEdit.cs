using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Yhteys.Content;

namespace Yhteys.Access.DraftLaw;

/// <summary>The county's file of settings with other answers to the open questions.</summary>
internal static class SettingsEdit
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>The file, or nothing when every answer is as it was.</returns>
    public static IReadOnlyList<ContentText> In(ContentSnapshot content, IReadOnlyDictionary<string, string> answers)
    {
        var file = content.Files(ContentKinds.Settings)[0];
        var root = JsonNode.Parse(file.Json)!;
        var clocks = root["clocks"]!.AsObject();
        var changed = false;
        foreach (var (name, answer) in answers)
        {
            JsonNode value = clocks[name]?.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? answer is "true" : answer;
            if (JsonNode.DeepEquals(clocks[name], value))
                continue;
            clocks[name] = value;
            changed = true;
        }

        return changed ? [new(file.Path, root.ToJsonString(Written) + "\n")] : [];
    }
}
