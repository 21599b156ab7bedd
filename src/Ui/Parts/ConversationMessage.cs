using NodaTime;

namespace Yhteys.Ui;

/// <summary>A message of a conversation.</summary>
/// <param name="Text">Null when its key has been destroyed.</param>
/// <param name="From">Who said it, as the reader names them.</param>
/// <param name="Own">Written by the reader's own side.</param>
public sealed record ConversationMessage(string? Text, string From, Instant At, bool Own);
