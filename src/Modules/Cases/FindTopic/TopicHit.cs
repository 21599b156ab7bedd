using Yhteys.Content;

namespace Yhteys.Cases.FindTopic;

/// <summary>A topic that a query found.</summary>
/// <param name="Score">Larger is better; comparable only within one query.</param>
/// <param name="Said">How much of one of its phrases was said, 0–1; comparable between queries.</param>
public sealed record TopicHit(Topic Topic, double Score, double Said);
