using NodaTime;
using Yhteys.Demo;

namespace Yhteys.Browser.Tests;

/// <summary>A county in which nothing has happened yet, on a Sunday at ten in the evening, when nobody answers.</summary>
public sealed class QuietCounty() : County(new DemoOptions(20, 0, 1, Instant.FromUtc(2026, 3, 8, 20, 0)));
