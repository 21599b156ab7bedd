using Microsoft.Extensions.Localization;
using Yhteys.Ui;

namespace Yhteys.Access.Board.Waits;

/// <summary>Names of the classes of days by which waits are told.</summary>
internal static class WaitClasses
{
    /// <param name="classes">Last days of the classes, ascending.</param>
    /// <param name="i">Which one, from 0; the one after the last is of those who waited longer.</param>
    public static string Name(IStringLocalizer<BoardTexts> texts, IReadOnlyList<int> classes, int i)
    {
        var from = i == 0 ? 0 : classes[i - 1] + 1;
        return i == classes.Count ? texts.Count("Class_Over", classes[^1])
            : from < classes[i] ? texts["Class_Days", from, classes[i]]
            : from == 0 ? texts["Class_SameDay"] : Fi.Days(from);
    }
}
