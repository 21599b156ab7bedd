using Yhteys.Content;

namespace Yhteys.Access.Clocks;

/// <summary>The law that views fold with and pages compute with.</summary>
public sealed class RulesInForce(ContentStore content) : InForce<Law>(content, ContentKinds.Rules, Law.Of)
{
    public RuleSet Rules => Current.Rules;

    public CountySettings Settings => Current.Settings;
}
