namespace Yhteys.Content;

internal sealed class ServicesCheck : IContentCheck
{
    private static readonly (string Field, string List)[] References = [("professions", "professions"), ("unitKinds", "unitKinds"), ("urgencies", "urgencies")];

    public string Kind => ContentKinds.Services;

    public IEnumerable<ContentProblem> Check(IReadOnlyList<ContentFile> files, ContentSnapshot before)
    {
        foreach (var list in (string[])["lines", "urgencies", "professions", "unitKinds"])
            foreach (var problem in files.TwiceNamed(list))
                yield return problem;
        foreach (var (field, list) in References)
        {
            var known = files.Entries(list).Select(e => e.Entry["id"]!.Text).ToHashSet(StringComparer.Ordinal);
            foreach (var (file, line, path) in files.Entries("lines"))
                foreach (var code in line[field]!.Items.Where(code => !known.Contains(code.Text)))
                    yield return new(file.Path, code.Line, $"{path}.{field}", $"\"{code.Text}\" is not in the list {list}: correct it or add it there.");
        }
    }
}
