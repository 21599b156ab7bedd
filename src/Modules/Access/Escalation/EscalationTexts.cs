namespace Yhteys.Access.Escalation;

/// <summary>Texts of the tasks' pages.</summary>
public sealed class EscalationTexts;
