using Yhteys.Kernel;
using Yhteys.Residents.ReadLog;

namespace Yhteys.Web.Host;

/// <summary>What a watch should alarm of though the node goes on, of the journal and of the read log; asked for at start, so the read log's head is looked at from then on.</summary>
internal sealed class Troubles(Journal journal, ReadLogBook readLog)
{
    public IReadOnlyList<Trouble> Now => [.. journal.Troubles, .. readLog.Troubles];
}
