using System.Text.Json;
using Yhteys.Content;

namespace Yhteys.Access.Board.Plan;

/// <summary>Reads content/boards, which has passed its schema and check; read again when the content changes.</summary>
internal sealed class BoardPlanInForce(ContentStore content)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);
    private volatile Kept? _kept;

    public BoardPlan Plan
    {
        get
        {
            var (now, kept) = (content.Current, _kept);
            if (kept is null || !ReferenceEquals(kept.Of, now))
                _kept = kept = new(now, Read(now.Files(ContentKinds.Boards)[0]));
            return kept.Plan;
        }
    }

    public static BoardPlan Read(ContentFile file) => JsonSerializer.Deserialize<BoardPlan>(file.Json, Options)!;

    private sealed record Kept(ContentSnapshot Of, BoardPlan Plan);
}
