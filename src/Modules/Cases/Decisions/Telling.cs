using Yhteys.Kernel;

namespace Yhteys.Cases;

/// <summary>How a professional has told an answer besides writing it down: the only way to one who can't read it in the service.</summary>
public static class Telling
{
    public static IReadOnlyList<string> Ways { get; } = ["phone", "face_to_face"];

    /// <param name="read">Somebody can read it.</param>
    internal static Refusal? Refused(string? told, bool read) => (told is null ? read : Ways.Contains(told)) ? null : new NotTold();
}
