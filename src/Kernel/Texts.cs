namespace Yhteys.Kernel;

/// <summary>Names the kernel's text resources: Texts.resx (Finnish), Texts.sv.resx, Texts.en.resx. They hold the sentences of its refusals.</summary>
internal sealed class Texts;
