using System.Text.Json;
using System.Text.Json.Serialization;
using Yhteys.Access.Clocks;
using Yhteys.Content;

namespace Yhteys.Access.Publish.Plan;

/// <summary>Reads content/publications, which has passed its schema and check.</summary>
internal static class PlanReader
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new DateConverter(), new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static PublicationPlan Of(ContentSnapshot content)
    {
        var files = content.Files(ContentKinds.Publications).Select(Read).ToList();
        return new(TableRules.Complete([.. files.SelectMany(f => f.Publications ?? [])], RuleSet.Of(content)), files.First(f => f.Settings is not null).Settings!, content.HashOf(ContentKinds.Publications));
    }

    public static PlanFile Read(ContentFile file) => JsonSerializer.Deserialize<PlanFile>(file.Json, Options)!;
}

internal sealed record PlanFile(IReadOnlyList<Publication>? Publications, PublicationSettings? Settings);

/// <summary>The plan of the content in use.</summary>
internal sealed class PlanInForce(ContentStore content) : FromContent<PublicationPlan>(content, PlanReader.Of)
{
    public PublicationPlan Plan => Current;
}
