namespace Yhteys.Ui;

/// <summary>The words of the components themselves: Texts.resx (fi), Texts.sv.resx, Texts.en.resx.</summary>
public sealed class Texts;
