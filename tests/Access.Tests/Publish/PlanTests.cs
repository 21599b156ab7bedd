using Microsoft.Extensions.DependencyInjection;
using Yhteys.Access.Clocks;
using Yhteys.Access.Publish;
using Yhteys.Access.Publish.Plan;
using Yhteys.Content;
using Yhteys.Testing;

namespace Yhteys.Access.Tests.Publish;

public sealed class PlanTests
{
    private static readonly ContentStore Store = Loaded();
    private static readonly IContentCheck Check = new ServiceCollection().AddAccess().BuildServiceProvider().GetServices<IContentCheck>().Single(c => c.Kind == ContentKinds.Publications);

    [Fact]
    public void The_countys_plan_is_sound_and_keeps_every_duty()
    {
        Check.Check(Store.Current.Files(ContentKinds.Publications), Store.Current).ShouldBeEmpty();
        var plan = PlanReader.Of(Store.Current);
        plan.Settings.HideUpTo.ShouldBe(4);
        plan.Kinds.ShouldBe([PublicationPeriod.Monthly, PublicationPeriod.EveryFourMonths, PublicationPeriod.HalfYearly]);
        plan.For(ReportingPeriod.Parse("2024-12")!.Value).ShouldBeEmpty();
        plan.Publications.SelectMany(p => p.Tables).ShouldAllBe(t => t.Name.Fi != t.Name.Sv && t.Name.Sv != t.Name.En);
    }

    [Theory]
    [InlineData("health.json", "\"THL53-THERAPY\"", "\"THL53-THERAPI\"", "There is no statutory rule \"THL53-THERAPI\"")]
    [InlineData("health.json", "\"THL51A-U23\", ", "", "The rule THL51A-U23 must be published (Monthly)")]
    [InlineData("health.json", "\"id\": \"therapy\"", "\"id\": \"contact\"", "There is already a table \"contact\"")]
    [InlineData("health.json", "\"within\": [7, 14]", "\"within\": [14, 7]", "ascending order")]
    [InlineData("health.json", "\"within\": [7, 14]", "\"within\": [7, 14], \"classes\": [3]", "either shares within days or classes")]
    [InlineData("health.json", "\"classes\": [90, 180]", "\"within\": [90, 180]", "needs classes of days")]
    [InlineData("social.json", "\"from\": \"2025-01-01\",\n      \"to\": null", "\"from\": \"2025-01-01\",\n      \"to\": \"2024-01-01\"", "The last day is before the first day")]
    [InlineData("county.json", "\"settings\"", "\"publications\": [], \"setings\"", "exactly one file")]
    public void A_fault_names_its_file_and_what_to_do(string file, string from, string to, string reason)
    {
        var files = Store.Current.Files(ContentKinds.Publications).Select(f => f.Path.EndsWith(file, StringComparison.Ordinal) ? Changed(f, from, to) : f).ToList();
        var problem = Check.Check(files, Store.Current).Where(p => p.Reason.Contains(reason)).ToList();

        problem.ShouldNotBeEmpty();
        problem[0].File.ShouldStartWith("publications/");
    }

    private static ContentFile Changed(ContentFile file, string from, string to)
    {
        file.Json.ShouldContain(from);
        return file with { Json = file.Json.Replace(from, to, StringComparison.Ordinal) };
    }

    private static ContentStore Loaded()
    {
        var store = new ContentStore(Repository.PathOf("content"));
        store.Load().ShouldBeEmpty();
        return store;
    }
}
