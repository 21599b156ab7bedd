using Microsoft.AspNetCore.Components;

namespace Yhteys.Ui;

/// <summary>What all inputs share: name, label, hint, error and value, the last two from the form around them.</summary>
public abstract class FormInput : ComponentBase
{
    /// <summary>Given by <c>PostForm</c> or <c>FilterBar</c>.</summary>
    [CascadingParameter] public FormState? Form { get; set; }

    [Parameter, EditorRequired] public string Name { get; set; } = "";

    [Parameter, EditorRequired] public string Label { get; set; } = "";

    [Parameter] public string? Hint { get; set; }

    /// <summary>Marks the field in words and for assistive technology. The page's validator does the checking.</summary>
    [Parameter] public bool Required { get; set; }

    /// <summary>The value when the form has none for this field.</summary>
    [Parameter] public string? Value { get; set; }

    /// <summary>The label is only for assistive technology, e.g. in a filter row.</summary>
    [Parameter] public bool HideLabel { get; set; }

    /// <summary>Further attributes of the control itself, e.g. data-suggest for the script.</summary>
    [Parameter(CaptureUnmatchedValues = true)] public IReadOnlyDictionary<string, object>? More { get; set; }

    protected string Id => Form?.IdOf(Name) ?? Name;

    protected string? Error => Form?.Errors[Name];

    protected string? Current => Form?[Name] ?? Value;

    protected string? Invalid => Error is null ? null : "true";

    protected string? AriaRequired => Required ? "true" : null;

    protected string? DescribedBy => (Hint, Error) switch
    {
        (null, null) => null,
        (null, _) => Id + "-error",
        (_, null) => Id + "-hint",
        _ => $"{Id}-hint {Id}-error",
    };
}
