using System.Data.Common;
using Yhteys.Content;
using Yhteys.Kernel;
using Yhteys.Residents.ReadLog;

namespace Yhteys.Web.Host;

/// <summary>Ready when the database answers, commands and looks can be written, and all content is in use. A stopped board is no reason to send visitors away.</summary>
internal sealed class JournalReadiness(Journal journal, ReadLogBook readLog, ContentStore content)
{
    /// <summary>Null when ready, else a few words for the operator; no personal data.</summary>
    public string? NotReady()
    {
        if (content.Current.Missing.Count > 0)
            return "content is missing";
        try
        {
            return journal.Database.Single<long>("select 1") != 1 ? "the database gives wrong answers"
                : !journal.Writes ? "the database takes nothing that is written"
                : !readLog.Writes ? "the read log can't be written"
                : null;
        }
        catch (DbException)
        {
            return "the database does not answer";
        }
    }
}
