namespace Yhteys.Ui;

/// <summary>Errors in the order in which they were found; the first error of a field is the one that it shows.</summary>
public sealed class FormErrors
{
    private readonly List<FormError> _errors = [];

    public IReadOnlyList<FormError> All => _errors;

    public int Count => _errors.Count;

    /// <summary>Adds an error of one field; a second error of the same field is left out.</summary>
    /// <param name="field">Name of the field; empty for the whole form.</param>
    /// <param name="sentence">What is wrong and what to do, in the reader's language.</param>
    public void Add(string field, string sentence)
    {
        ArgumentNullException.ThrowIfNull(field);
        if (field.Length == 0 || this[field] is null)
            _errors.Add(new FormError(field, sentence));
    }

    /// <summary>Puts the errors in the order of the page, whatever was checked first; those of other fields come last.</summary>
    public void InOrder(params IReadOnlyList<string> fields)
    {
        var places = fields.Index().ToDictionary(f => f.Item, f => f.Index, StringComparer.Ordinal);
        var sorted = _errors.OrderBy(e => places.GetValueOrDefault(e.Field, fields.Count)).ToList();
        _errors.Clear();
        _errors.AddRange(sorted);
    }

    /// <summary>An error of the whole form, e.g. a refusal.</summary>
    public void Add(string sentence) => Add("", sentence);

    public string? this[string field] => _errors.Find(e => string.Equals(e.Field, field, StringComparison.Ordinal))?.Sentence;
}

/// <summary>One error of a form, as <see cref="FormErrors.Add(string, string)"/> tells.</summary>
public sealed record FormError(string Field, string Sentence);
