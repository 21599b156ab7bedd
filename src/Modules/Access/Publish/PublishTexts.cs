namespace Yhteys.Access.Publish;

/// <summary>Texts of the publication pages and files.</summary>
public sealed class PublishTexts;
