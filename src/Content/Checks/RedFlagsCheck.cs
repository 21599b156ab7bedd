namespace Yhteys.Content;

internal sealed class RedFlagsCheck : IContentCheck
{
    public string Kind => ContentKinds.RedFlags;

    public IEnumerable<ContentProblem> Check(IReadOnlyList<ContentFile> files, ContentSnapshot before) =>
        SettingsCheck.OneFile(files).Concat(files.TwiceNamed("flags"));
}
