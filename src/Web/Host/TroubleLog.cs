using Yhteys.Kernel;

namespace Yhteys.Web.Host;

/// <summary>Writes each trouble into the log, once while it lasts: the health page tells only that there is one.</summary>
internal sealed partial class TroubleLog(Troubles troubles, ILogger<TroubleLog> log) : PeriodicWatch(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5), log)
{
    private readonly HashSet<Trouble> _told = [];

    protected override IReadOnlyList<(string Failure, Func<Task> Look)> Looks => [("The troubles could not be looked at", Look)];

    private Task Look()
    {
        var now = troubles.Now;
        foreach (var trouble in now.Where(_told.Add))
            Tell(log, trouble);
        _told.IntersectWith(now);
        return Task.CompletedTask;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Trouble}")]
    private static partial void Tell(ILogger log, Trouble trouble);
}
