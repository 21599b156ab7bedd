using Yhteys.Content;

namespace Yhteys.Access.Clocks;

/// <summary>One whole state of what clocks are computed with: dated rules and promises, and the county's answers to the open questions of law.</summary>
public sealed class Law(RuleSet rules, CountySettings settings)
{
    public RuleSet Rules { get; } = rules;

    public CountySettings Settings { get; } = settings;

    /// <summary>Changes when the same facts could give other clocks, or are kept in other bytes.</summary>
    public string Hash { get; } = $"{rules.Hash} {settings} {ClockFile.Form}";

    /// <exception cref="InvalidOperationException">The content has no sound rules.</exception>
    public static Law Of(ContentSnapshot content) => new(RuleSet.Of(content), CountySettings.Of(content.County.Clocks));
}
