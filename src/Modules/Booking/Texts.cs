namespace Yhteys.Booking;

/// <summary>Names the text resources of the module: Texts.resx (Finnish), Texts.sv.resx, Texts.en.resx.</summary>
public sealed class Texts;
