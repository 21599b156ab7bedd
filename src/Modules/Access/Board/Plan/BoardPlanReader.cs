using System.Text.Json;
using Yhteys.Content;

namespace Yhteys.Access.Board.Plan;

/// <summary>Reads content/boards, which has passed its schema and check.</summary>
internal sealed class BoardPlanInForce(ContentStore content) : FromContent<BoardPlan>(content, now => Read(now.Files(ContentKinds.Boards)[0]))
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public BoardPlan Plan => Current;

    public static BoardPlan Read(ContentFile file) => JsonSerializer.Deserialize<BoardPlan>(file.Json, Options)!;
}
