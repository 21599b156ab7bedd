using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Yhteys.Ui;

/// <summary>
/// A text in which the two numbers that help in all of Finland, 112 and 116117, can be tapped. A county's own numbers may be examples: they stay words.
/// </summary>
public sealed partial class CallText : ComponentBase
{
    [Parameter, EditorRequired] public string Text { get; set; } = "";

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        foreach (var part in National().Split(Text))
        {
            if (!National().IsMatch(part))
            {
                builder.AddContent(0, part);
                continue;
            }

            builder.OpenElement(1, "a");
            builder.AddAttribute(2, "href", "tel:" + part);
            builder.AddContent(3, part);
            builder.CloseElement();
        }
    }

    // Not a part of a longer number, whether or not that is written in groups.
    [GeneratedRegex("""(?<![\w+]|\d )(?<number>112|116117)(?!\w| \d)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex National();
}
