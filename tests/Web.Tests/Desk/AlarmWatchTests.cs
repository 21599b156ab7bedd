using Microsoft.Extensions.DependencyInjection;
using Yhteys.Cases.Views;
using Yhteys.Web.Desk.Alarms;

namespace Yhteys.Web.Tests.Desk;

public sealed class AlarmWatchTests
{
    [Fact]
    public async Task A_database_that_is_away_stops_neither_the_watch_nor_the_server()
    {
        using var app = new WebApp();
        var reader = ActivatorUtilities.CreateInstance<AlarmReader>(app.Services);
        var watch = ActivatorUtilities.CreateInstance<AlarmWatch>(app.Services, reader);
        var table = app.Journal.Views.Table<AlarmRow>();

        app.Execute("journal.db", $"alter table {table} rename to away");
        await watch.LookOnce(TestContext.Current.CancellationToken);
        app.Log.Lines.ShouldHaveSingleItem().ShouldContain("Alarms could not be looked at");

        app.Execute("journal.db", $"alter table away rename to {table}");
        await watch.LookOnce(TestContext.Current.CancellationToken);
        app.Log.Lines.Count.ShouldBe(1);
    }
}
