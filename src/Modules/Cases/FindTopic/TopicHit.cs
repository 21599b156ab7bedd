using Yhteys.Content;

namespace Yhteys.Cases.FindTopic;

/// <summary>A topic that a query found.</summary>
/// <param name="Score">Larger is better; comparable only within one query.</param>
public sealed record TopicHit(Topic Topic, double Score);
