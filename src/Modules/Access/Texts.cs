namespace Yhteys.Access;

/// <summary>The module's texts: Texts.resx (fi), Texts.sv.resx, Texts.en.resx.</summary>
public sealed class Texts;
