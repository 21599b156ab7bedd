using Yhteys.Kernel;

namespace Yhteys.Content;

/// <summary>A version of a kind of content was taken into use. It holds the full text, so what was shown on any day can be reproduced.</summary>
/// <param name="Kind">One of <see cref="ContentKinds"/>.</param>
/// <param name="Version">1, 2, 3 … within the kind.</param>
/// <param name="Hash">SHA-256 over the files, lower-case hexadecimal.</param>
/// <param name="Reason">Why, as the one who took it said; null when the program took it at start.</param>
[Alias("content.taken-into-use/1")]
public sealed record ContentTakenIntoUse(string Kind, int Version, string Hash, IReadOnlyList<ContentText> Files, string? Reason = null) : IEvent
{
    /// <summary>Content concerns no client.</summary>
    public string Register => "none";

    /// <summary>The files as they are checked and read.</summary>
    public IReadOnlyList<ContentFile> ToFiles() => [.. Files.Select(f => ContentFile.Of(Kind, f.Path, f.Json))];
}

/// <summary>A file as it was: path under content/ and whole text.</summary>
public sealed record ContentText(string Path, string Json);
