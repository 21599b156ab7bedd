namespace Yhteys.Web.Tests.Desk;

/// <summary>The forms of a matter's page.</summary>
internal static class MatterForm
{
    /// <summary>Where a step of the matter is sent.</summary>
    public static string To(Guid matter, string action) => $"/matters/{matter}/{action}";

    /// <summary>What was typed, with what the page gives along with it.</summary>
    public static (string, string)[] Form(Page page, Guid matter, string action, params (string Name, string Value)[] typed) =>
        [.. page.Fields(To(matter, action)).Where(f => f.Item1 is "CommandId" or "Seen"), .. typed];
}
