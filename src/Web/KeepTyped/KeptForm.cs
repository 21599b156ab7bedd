using Yhteys.Ui;

namespace Yhteys.Web.KeepTyped;

/// <summary>A form as it was sent, to be sent again.</summary>
/// <param name="Action">The local address that it was sent to, or that it was to be shown again at.</param>
internal sealed record KeptForm(string Action, IReadOnlyList<KeptField> Fields)
{
    /// <summary>Characters of names and values that are given back at most: several times what any form of ours takes.</summary>
    public const int MostCharacters = 100_000;

    /// <summary>What the person wrote, for them to recognise; not ids, codes or tokens.</summary>
    public IReadOnlyList<string> Written =>
        [.. Fields.Select(f => f.Value).Where(v => v.Contains(' ', StringComparison.Ordinal) || v.Contains('\n', StringComparison.Ordinal))];

    /// <summary>Null for more than nobody can have written.</summary>
    public static KeptForm? From(HttpRequest request, IFormCollection form)
    {
        List<KeptField> fields = [.. from field in form where !field.Key.StartsWith("__", StringComparison.Ordinal)
            from value in field.Value select new KeptField(field.Key, value ?? "")];
        return fields.Sum(f => (long)f.Name.Length + f.Value.Length) > MostCharacters ? null : new(LocalPath.Or(form[PageFrame.AgainField], request.PathBase + request.Path + request.QueryString), fields);
    }
}

internal sealed record KeptField(string Name, string Value);
