using Yhteys.Web.Host;

namespace Yhteys.Web.SignIn;

/// <summary>
/// Sessions that somebody left before their time. Each is an empty file beside the keys of sign-in, where every node that can open its ticket finds it,
/// also after a restart, until the ticket is too old anyway.
/// </summary>
internal sealed class EndedSessions(Settings settings, TimeProvider time)
{
    private readonly string _folder = PrivateFolder.Create(Path.Combine(settings.DataFolder, SessionKeys.Folder, "ended")).FullName;

    public bool Has(Session session) => File.Exists(FileOf(session));

    public void End(Session session)
    {
        File.WriteAllBytes(FileOf(session), []);
        File.SetLastWriteTimeUtc(FileOf(session), time.GetUtcNow().UtcDateTime);
        Forget();
    }

    private void Forget()
    {
        var old = time.GetUtcNow().UtcDateTime - Session.Longest;
        foreach (var file in Directory.EnumerateFiles(_folder).Where(file => File.GetLastWriteTimeUtc(file) < old))
            File.Delete(file);
    }

    private string FileOf(Session session) => Path.Combine(_folder, session.Id.ToString("N"));
}
