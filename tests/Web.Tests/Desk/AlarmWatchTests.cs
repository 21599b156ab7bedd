using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Yhteys.Cases.Views;
using Yhteys.Web.Desk.Alarms;

namespace Yhteys.Web.Tests.Desk;

public sealed class AlarmWatchTests
{
    [Fact]
    public void A_database_that_is_away_stops_neither_the_watch_nor_the_server()
    {
        using var app = new WebApp();
        var reader = ActivatorUtilities.CreateInstance<AlarmReader>(app.Services);
        var watch = ActivatorUtilities.CreateInstance<AlarmWatch>(app.Services, reader);
        var table = app.Journal.Views.Table<AlarmRow>();

        Execute(app, $"alter table {table} rename to away");
        watch.Look();
        app.Log.Lines.ShouldHaveSingleItem().ShouldContain("Alarms could not be looked at");

        Execute(app, $"alter table away rename to {table}");
        watch.Look();
        app.Log.Lines.Count.ShouldBe(1);
    }

    private static void Execute(WebApp app, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(app.Settings.DataFolder, "journal.db")};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
