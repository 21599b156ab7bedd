namespace Yhteys.Access.Board;

/// <summary>Texts of the board's sections and files.</summary>
public sealed class BoardTexts;
