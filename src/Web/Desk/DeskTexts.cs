namespace Yhteys.Web.Desk;

/// <summary>Names the text resources of the professional's desk: worklist and case page.</summary>
public sealed class DeskTexts;
