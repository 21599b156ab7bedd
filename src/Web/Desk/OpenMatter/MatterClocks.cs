using NodaTime;
using Yhteys.Access.Clocks;
using Yhteys.Access.Clocks.Explain;
using Yhteys.Cases.Views;
using Yhteys.Content;

namespace Yhteys.Web.Desk.OpenMatter;

/// <summary>The clocks of a matter with their reasoning, by the rules in use now.</summary>
internal sealed class MatterClocks(ContentStore content)
{
    private (ContentSnapshot Content, RuleSet Rules)? _rules;

    public MatterExplanation Of(MatterRow row, LocalDate today) => ClockExplainer.Of(
        row.Clock.ToFacts(), Rules(), CountySettings.Of(content.Current.County.Clocks), today);

    /// <summary>Reading the rules takes longer than the page, and they change only with the content.</summary>
    private RuleSet Rules()
    {
        var current = content.Current;
        if (_rules is not { } known || known.Content != current)
            _rules = known = (current, RuleSet.Of(current));
        return known.Rules;
    }
}
