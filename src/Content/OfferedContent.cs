namespace Yhteys.Content;

/// <summary>Files of a guarded kind that lie in the folder and are not in use: they wait to be tried and taken into use.</summary>
/// <param name="Problems">What is wrong in them; while there is something, they can't be taken.</param>
public sealed record OfferedContent(string Kind, IReadOnlyList<ContentFile> Files, IReadOnlyList<ContentProblem> Problems);
