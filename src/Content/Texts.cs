namespace Yhteys.Content;

/// <summary>The sentences of the refusals here: Texts.resx (fi), Texts.sv.resx, Texts.en.resx.</summary>
internal sealed class Texts;
