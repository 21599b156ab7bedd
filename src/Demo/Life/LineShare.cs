using Yhteys.Demo.Population;

namespace Yhteys.Demo.Life;

/// <summary>How large a part of people's matters of some ages comes to a service line.</summary>
/// <param name="From">Youngest age in whole years.</param>
/// <param name="To">Oldest age in whole years, itself too.</param>
internal sealed record LineShare(string Line, double Weight, int From = 0, int To = LineShare.Oldest)
{
    /// <summary>No one lives longer.</summary>
    public const int Oldest = 125;

    /// <param name="shares">At least one of them is for each age.</param>
    public static string Choose(IReadOnlyList<LineShare> shares, int age, Dice dice) =>
        dice.PickWeighted([.. shares.Where(s => age >= s.From && age <= s.To)], s => s.Weight).Line;
}
