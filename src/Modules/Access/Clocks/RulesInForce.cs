using Yhteys.Content;

namespace Yhteys.Access.Clocks;

/// <summary>The rules, promises and settings that views fold with. Read once: a new version of them rebuilds the views at the next start.</summary>
public sealed class RulesInForce(ContentStore content)
{
    private readonly Lazy<(RuleSet Rules, CountySettings Settings)> _said = new(() => Read(content));

    public RuleSet Rules => _said.Value.Rules;

    public CountySettings Settings => _said.Value.Settings;

    /// <summary>Changes when the same facts could give other clocks, or are kept in other bytes.</summary>
    public string Hash => $"{Rules.Hash} {Settings} {ClockFile.Form}";

    // The journal asks for the hash of its views before it takes the content into use, so the files may not have been read yet.
    private static (RuleSet Rules, CountySettings Settings) Read(ContentStore content)
    {
        if (content.Current.Missing.Count > 0 && content.Load() is [var first, ..])
            throw new InvalidOperationException($"The clocks have no sound rules: {first}");
        return (RuleSet.Of(content.Current), CountySettings.Of(content.Current.County.Clocks));
    }
}
