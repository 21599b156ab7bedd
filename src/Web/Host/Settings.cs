namespace Yhteys.Web.Host;

/// <summary>
/// What one node is told from outside: section <c>Yhteys</c> of <c>yhteys.json</c> in the data folder, then environment
/// variables (<c>Yhteys__Connection</c>), then options of the command line. Every setting is explained in docs/operations.md.
/// </summary>
public sealed record Settings
{
    public string DataFolder { get; set; } = Path.Combine(Home.Folder, "data");
    public string ContentFolder { get; set; } = Path.Combine(Home.Folder, "content");

    /// <summary><c>sqlite</c> (a file in the data folder) or <c>postgres</c> (with <see cref="Connection"/>).</summary>
    public string Database { get; set; } = "sqlite";
    public string? Connection { get; set; }

    /// <summary>32 bytes in base64: wraps the keys of persons and matters.</summary>
    public string? MasterKey { get; set; }

    /// <summary>32 bytes in base64: signs the journal's chain and the read log's chain, and seals the words in the read log.</summary>
    public string? ChainKey { get; set; }

    /// <summary>Sign-in by made-up persons, without passwords. Only for a journal of made-up people.</summary>
    public bool Demo { get; set; }

    /// <summary>Starts on a database that lacks what its head files have seen: an old copy, when there is no newer one.</summary>
    public bool AcceptRestored { get; set; }

    /// <summary>Where the node listens, e.g. <c>http://localhost:5080</c>; several are separated by a semicolon.</summary>
    public string Urls { get; set; } = "http://localhost:5080";

    /// <summary>Minutes without a request after which a person is signed out; <see cref="SignIn.Session.Longest"/> after signing in everybody is.</summary>
    public int SessionMinutes { get; set; } = 60;

    /// <summary>Forms that one address may send in a minute without signing in, and one resident who has signed in; 0 means no limit.</summary>
    public int FormsPerMinute { get; set; } = 30;

    /// <summary>Addresses of the reverse proxies whose X-Forwarded-For and -Proto are believed.</summary>
    public IList<string> TrustedProxies { get; } = [];
}
