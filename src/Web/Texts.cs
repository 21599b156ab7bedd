namespace Yhteys.Web;

/// <summary>Marks the text resources of the host: front page, sign-in, error pages.</summary>
public sealed class Texts;
