namespace Yhteys.Ui;

/// <summary>One choice of radios, check boxes or a select.</summary>
/// <param name="Value">Code that is sent.</param>
/// <param name="Text">What the user reads.</param>
/// <param name="Hint">A line under the text; not shown by a select.</param>
/// <param name="Group">Heading that gathers options in a select; null for none.</param>
public sealed record Option(string Value, string Text, string? Hint = null, string? Group = null);
