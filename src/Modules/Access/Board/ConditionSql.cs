using Yhteys.Access.Board.Plan;

namespace Yhteys.Access.Board;

/// <summary>Conditions of content/boards as SQL over matters o and their details m. What the content says goes as parameters.</summary>
internal static class ConditionSql
{
    /// <param name="open">Table expression of the open matters, for conditions on how many a person has.</param>
    /// <param name="details">Table of the matters' details.</param>
    /// <param name="parameters">Gets the values.</param>
    public static string Of(IReadOnlyList<BoardCondition> any, string open, string details, Dictionary<string, object?> parameters) =>
        $"({string.Join(" or ", any.Select(condition => One(condition, open, details, parameters)))})";

    private static string One(BoardCondition condition, string open, string details, Dictionary<string, object?> parameters)
    {
        List<string?> all =
        [
            List("o.serviceline", condition.Lines), List("m.topic", condition.Topics), List("m.channel", condition.Channels),
            Number("m.age >=", condition.From), Number("m.age <", condition.Under),
        ];
        if (condition.OpenMatters is not null || condition.OpenLines is not null)
            all.Add($"m.person in (select d.person from {open} p join {details} d on d.matter = p.matter group by d.person "
                + $"having {Number("count(*) >=", condition.OpenMatters ?? 1)} and {Number("count(distinct p.serviceline) >=", condition.OpenLines ?? 1)})");
        return $"({string.Join(" and ", all.OfType<string>())})";

        string? List(string column, IReadOnlyList<string>? codes) => codes is null ? null : $"{column} in @{Name(codes.ToArray())}";

        string? Number(string test, int? number) => number is null ? null : $"{test} @{Name(number)}";

        string Name(object? value)
        {
            var name = $"c{parameters.Count}";
            parameters[name] = value;
            return name;
        }
    }
}
