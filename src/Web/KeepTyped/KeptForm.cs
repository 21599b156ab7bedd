namespace Yhteys.Web.KeepTyped;

/// <summary>A form as it was sent, to be sent again.</summary>
/// <param name="Action">The local address that it was sent to.</param>
internal sealed record KeptForm(string Action, IReadOnlyList<KeptField> Fields)
{
    /// <summary>What the person wrote, for them to recognise; not ids, codes or tokens.</summary>
    public IReadOnlyList<string> Written =>
        [.. Fields.Select(f => f.Value).Where(v => v.Contains(' ', StringComparison.Ordinal) || v.Contains('\n', StringComparison.Ordinal))];

    public static KeptForm From(HttpRequest request, IFormCollection form) => new(
        request.PathBase + request.Path + request.QueryString,
        [.. from field in form where !field.Key.StartsWith("__", StringComparison.Ordinal)
            from value in field.Value select new KeptField(field.Key, value ?? "")]);
}

internal sealed record KeptField(string Name, string Value);
