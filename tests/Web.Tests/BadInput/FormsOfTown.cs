using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Yhteys.Cases.Views;
using Yhteys.Organisation;
using Yhteys.Residents.Vault;
using Yhteys.Web.SignIn;
using Yhteys.Web.Tests.Endpoints;
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
        await Stage.Of(town);
        var (steps, roles) = (new Dictionary<string, IReadOnlyList<Step>>(StringComparer.Ordinal), town.App.Services.GetRequiredService<Personas>().All.ToDictionary(p => p.Key, p => p.User.Role));
        foreach (var persona in Town.Personas)
            steps[persona] = await Forms.Walk.Of(town, await town.Browser(persona), ["/", .. Starts(town, roles[persona])]);
        return new() { Steps = steps };
    }

    // No link leads to these: a person is come to by a search, also one who is not known yet, and data without a relation by the address of a matter.
    private static IEnumerable<string> Starts(Town town, string role)
    {
        var matters = town.App.Journal.Query<MatterRow>(v => $"select * from {v.Table<MatterRow>()}").Select(m => m.Person).ToHashSet();
        var hidden = town.App.Journal.Query<PersonRow>(v => $"select * from {v.Table<PersonRow>()} order by person").First(p => p.NonDisclosure && !matters.Contains(p.Person)).Person;
        if (Rights.May(role, Rights.ContactRecord))
            foreach (var path in new[] { $"/people/{hidden}", "/people/new", "/notices/new" })
                yield return path;
        // Figures of a time before the county has any: nobody has published them.
        if (Rights.May(role, Rights.FiguresPublish))
            yield return "/publish/2025-h2";
        foreach (var register in Rights.RegistersOf(role, Rights.BreakGlass))
            yield return $"/people/{hidden}/break-glass?register={register}&back=%2Fworklist";
    }
}
