namespace Yhteys.Access;

/// <summary>The page of a matter for the professionals who may enter it, and what later modules have under it. It stands in the first module that leads there.</summary>
public static class MatterAddress
{
    /// <summary>The list of open matters.</summary>
    public const string List = "/worklist";

    /// <summary>Where one comes who has given a matter away: the list, which says so.</summary>
    public const string Left = List + "?left=1";

    public static string Of(Guid matter) => $"/matters/{matter}";

    /// <param name="step">What is done with it there, or a part that is fetched again.</param>
    public static string Of(Guid matter, string step) => $"{Of(matter)}/{step}";
}
