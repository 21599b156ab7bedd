namespace Yhteys.Ui;

/// <summary>Primary: the one thing to do on the page. Danger: hard to undo.</summary>
public enum ButtonKind
{
    Primary,
    Secondary,
    Quiet,
    Danger,
}

internal static class ButtonClass
{
    public static string Of(ButtonKind kind) => kind switch
    {
        ButtonKind.Primary => "button",
        ButtonKind.Secondary => "button secondary",
        ButtonKind.Quiet => "button quiet",
        ButtonKind.Danger => "button danger",
    };
}
