namespace Yhteys.Content;

/// <summary>One thing that is wrong in a content file, said so that the person who wrote the file can mend it.</summary>
/// <param name="File">Path from the content folder, with forward slashes: <c>services/health.json</c>.</param>
/// <param name="Line">Line in the file, from 1.</param>
/// <param name="Path">Place in the document as a JSON path: <c>$.lines[2].name.sv</c>.</param>
/// <param name="Reason">A sentence that says what is wrong and what to do.</param>
public sealed record ContentProblem(string File, int Line, string Path, string Reason)
{
    public override string ToString() => $"{File}, line {Line}, {Path}: {Reason}";
}
