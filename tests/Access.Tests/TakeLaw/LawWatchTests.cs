using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yhteys.Access.TakeLaw;
using Yhteys.Access.Tests.Escalation;
using Yhteys.Access.Tests.Publish;
using Yhteys.Content;
using Yhteys.Content.TakeIntoUse;
using Yhteys.Kernel;
using Yhteys.Testing;

namespace Yhteys.Access.Tests.TakeLaw;

public sealed class LawWatchTests
{
    [Fact]
    public async Task A_failure_that_lasts_is_told_once_though_it_is_not_tried_each_second()
    {
        var (check, log) = (new FailingCheck(), new LogLines<LawWatch>());
        using var county = Publishing.WithUnits(Engines.Sqlite, services => services.AddSingleton<IContentCheck>(check).AddSingleton<ILogger<LawWatch>>(log));
        var (store, watch) = (county.Services.GetRequiredService<ContentStore>(), county.Services.GetRequiredService<LawWatch>());
        var plan = store.Current.Files(ContentKinds.Escalations).Select(f => ContentFile.Of(f.Kind, f.Path, f.Json.Replace("\"at\": \"13:00\"", "\"at\": \"12:00\"", StringComparison.Ordinal))).ToList();
        var (next, _) = store.With(new Dictionary<string, IReadOnlyList<ContentFile>>(StringComparer.Ordinal) { [ContentKinds.Escalations] = plan });
        (await county.Services.GetRequiredService<ContentTaking>().Take(new(Guid.NewGuid(), Actor.System, "law"), store.Current, next!, "Toinen kello")).Accepted.ShouldBeTrue();
        check.Fails = true;

        for (var second = 0; second < 3; second++)
            await watch.LookOnce(TestContext.Current.CancellationToken);
        check.Times.ShouldBe(1);
        watch.AfterFailure = TimeSpan.Zero;
        await watch.LookOnce(TestContext.Current.CancellationToken);

        check.Times.ShouldBe(2);
        log.ShouldHaveSingleItem().ShouldStartWith("This node could not see which law is in use");
    }
}
