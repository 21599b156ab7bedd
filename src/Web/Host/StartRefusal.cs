namespace Yhteys.Web.Host;

/// <summary>Reasons not to start at all, each a sentence that says what to do.</summary>
internal static class StartRefusal
{
    public static string? Of(Settings settings) => settings switch
    {
        { Demo: false, MasterKey: null } => "Yhteys:MasterKey is not set. Make one with: openssl rand -base64 32, and keep it outside the data folder. To try the product with made-up people, start with --demo.",
        { Demo: false, ChainKey: null } => "Yhteys:ChainKey is not set. Make one with: openssl rand -base64 32, and keep it outside the data folder.",
        _ => null,
    };
}
