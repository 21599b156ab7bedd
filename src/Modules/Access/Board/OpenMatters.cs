using Yhteys.Access.Views;
using Yhteys.Kernel.Views;

namespace Yhteys.Access.Board;

/// <summary>The matters that something waits in, as the board's questions see them: one row each, whatever the moment.</summary>
internal static class OpenMatters
{
    /// <summary>A table expression with matter, unit, serviceline, register, immediate, strict, lastintime, contacton and handledon.</summary>
    public static string Sql(ViewSet views) =>
        $"(select matter, unit, serviceline, register, immediate, strict, lastintime, contacton, handledon from {views.Table<ContactRow>()} where open = 1)";

    /// <summary>Of the matters o: they are late, at once duties apart.</summary>
    public const string Late = "o.immediate = 0 and o.lastintime < @day";
}
