using System.Runtime.CompilerServices;
using Yhteys.Web.Tests.Forms;

namespace Yhteys.Web.Tests.BadInput;

/// <summary>What everyone came to on a walk through the county, made once for a town.</summary>
internal sealed class FormsOfTown
{
    private static readonly ConditionalWeakTable<Town, Task<FormsOfTown>> Walked = [];

    public required IReadOnlyDictionary<string, IReadOnlyList<Step>> Steps { get; init; }

    public static Task<FormsOfTown> Of(Town town) => Walked.GetValue(town, t => Walk(t));

    private static async Task<FormsOfTown> Walk(Town town)
    {
        var steps = new Dictionary<string, IReadOnlyList<Step>>(StringComparer.Ordinal);
        foreach (var persona in Town.Personas)
            steps[persona] = await Forms.Walk.Of(town, await town.Browser(persona));
        return new() { Steps = steps };
    }
}
