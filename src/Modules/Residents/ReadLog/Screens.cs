using Microsoft.Extensions.Localization;
using Yhteys.Residents.Care;

namespace Yhteys.Residents.ReadLog;

/// <summary>Names of screens for people. A screen without a name of its own is told as "other screen", never as a code.</summary>
internal static class Screens
{
    public static string Name(IStringLocalizer<Texts> texts, string screen) =>
        texts[$"screen.{screen}"] is { ResourceNotFound: false } name ? name.Value : texts["screen.other"].Value;

    /// <summary>Key of the words for why a screen was opened: the ground, and without one the task that the screen belongs to.</summary>
    public static string GroundKey(string screen, ReadGround ground) => (ground, screen) switch
    {
        (not ReadGround.None, _) => $"ground.{ground}",
        (_, "read_log") => "ground.audit",
        (_, "worklist" or "board_list" or "board_list_file" or "schedule") => "ground.worklist",
        (_, "identity_card" or "find_person" or "record_contact" or "contact" or "receipt") => "ground.contact",
        _ => "ground.None",
    };
}
