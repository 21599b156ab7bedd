using Yhteys.Web.Host;

namespace Yhteys.Web.SignIn;

/// <summary>
/// Sessions that somebody left before their time. Each is an empty file beside the keys of sign-in, where every node that can open its ticket finds it,
/// also after a restart, until the ticket is too old anyway.
/// </summary>
internal sealed partial class EndedSessions(Settings settings, TimeProvider time, ILogger<EndedSessions> log)
{
    private readonly string _folder = PrivateFolder.Create(Path.Combine(settings.DataFolder, SessionKeys.Folder, "ended")).FullName;

    public bool Has(Session session) => File.Exists(FileOf(session));

    public void End(Session session)
    {
        try
        {
            File.WriteAllBytes(FileOf(session), []);
            File.SetLastWriteTimeUtc(FileOf(session), time.GetUtcNow().UtcDateTime);
            Forget();
        }
        catch (IOException failure)
        {
            // Whoever signs out is signed out of this browser all the same.
            NotEnded(failure);
        }
    }

    private void Forget()
    {
        var old = time.GetUtcNow().UtcDateTime - Session.Longest;
        foreach (var file in Directory.EnumerateFiles(_folder).Where(file => File.GetLastWriteTimeUtc(file) < old))
            File.Delete(file);
    }

    [LoggerMessage(LogLevel.Error, "A session that was left could not be ended for those who have kept its cookie: the folder of ended sessions takes no file.")]
    private partial void NotEnded(Exception failure);

    private string FileOf(Session session) => Path.Combine(_folder, session.Id.ToString("N"));
}
