using Microsoft.Extensions.Localization;
using Yhteys.Access.Publish.Plan;
using Yhteys.Ui;

namespace Yhteys.Access.Publish.Show;

/// <summary>A table of a publication in plain sentences: the figures of its row of all units, as they stand in the table and no others.</summary>
internal static class InShort
{
    public static string Of(IStringLocalizer<PublishTexts> texts, PublishedTable table)
    {
        var row = table.Whole;
        string[] codes = table.Kind == TableKind.Waiting ? [Figure.Waiting] : ["share_in_time", Figure.Waiting, Figure.Overdue];
        var figures = codes.Select(code => (Code: code, Figure: ShownFigure.Of(row, code))).ToList();
        var told = figures.Where(f => !f.Figure.Hidden).Select(f => Said(texts, f.Code, f.Figure));
        var hidden = figures.Where(f => f.Figure.Hidden).Select(f => texts[$"Short_Hidden_{f.Code}"].Value).ToList();
        return string.Join(' ', hidden.Count == 0 ? told : told.Append(texts["Short_Hidden", string.Join("; ", hidden)]));
    }

    private static string Said(IStringLocalizer<PublishTexts> texts, string code, ShownFigure figure) => (code, figure.Value) switch
    {
        ("share_in_time", null) => texts["Short_NoneGiven"],
        ("share_in_time", { } share) => texts["Short_Share", Fi.Percent(share, 1)],
        (Figure.Waiting, var number) => texts.Count("Short_Waiting", number ?? 0),
        (_, var number) => texts["Short_Overdue", Fi.Number(number ?? 0)],
    };
}
